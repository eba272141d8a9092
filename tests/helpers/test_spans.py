"""Spans of parts of a body, and operations on sorted spans, compared with sets of offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postlint.core.text import Span
from postlint.helpers.spans import block_spans, inline_spans, inside, line_numbers, merged, overlaps, replaced
from tests.support.posts import read

SPAN = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def offsets(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(st.lists(SPAN, max_size=6), SPAN)
def test_operations_agree_with_sets_of_offsets(spans: list[Span], span: Span) -> None:
    covered = set().union(*map(offsets, spans))
    union = merged(spans)
    assert set().union(*map(offsets, union)) == covered
    assert union == sorted(union)
    assert sum(end - start for start, end in union) == len(covered), "no overlaps"
    assert {offset for offset in range(30) if inside(union, offset)} == covered
    assert overlaps(union, span) == bool(offsets(span) & covered)
    text = "abcdefghijklmnopqrstuvwxyzabcd"
    kept = [text[offset] for offset in range(span.start, span.end) if offset not in covered]
    assert list(replaced(text, span, union, "?").replace("?", "")) == kept


def test_spans_of_some_kinds() -> None:
    post = read("*a* `b` **c**\n\n<p>\n\n$$\nd\n$$\n")
    assert [post.source[span] for span in inline_spans(post, "code", "emphasis")] == ["*a*", "`b`"]
    assert [post.source[span] for span in block_spans(post, "html", "math")] == ["<p>", "$$\nd\n$$"]


def test_line_numbers_of_a_span() -> None:
    post = read("a\nb\nc\n")
    assert list(line_numbers(post, Span(0, 1))) == [1]
    assert list(line_numbers(post, Span(0, 3))) == [1, 2]
