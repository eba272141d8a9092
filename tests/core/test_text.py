"""Sources: bytes to text and back, positions, edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.text import Edit, Position, Source, Span, apply_edits, blanked

TEXTS = st.text(st.sampled_from("a\u00e9\u65e5\U0001f600 \n\r\u2028\f\ufeff"), max_size=20)


@given(TEXTS)
def test_bytes_come_back(text: str) -> None:
    source = Source.decode("a.md", text.encode())
    assert source.encode() == text.encode()
    assert "\r" not in source.text


@given(TEXTS)
def test_positions_and_offsets_are_inverse(text: str) -> None:
    source = Source.decode("a.md", text.encode())
    for offset in range(len(source.text) + 1):
        position = source.position(offset)
        assert source.offset(position) == offset
        assert source.line(position.line).start + position.column - 1 == offset
        assert source.positions(Span(offset, len(source.text))) == (position, source.position(len(source.text)))


def test_lines_end_at_line_feeds_and_carriage_returns_only() -> None:
    source = Source.decode("a.md", "a\u2028b\fc\rd\r\ne\n".encode())
    assert source.lines == ["a\u2028b\fc", "d", "e", ""]
    assert source.newline == "\r"
    assert source.line_ends == ("\r", "\r\n", "\n")


def test_untouched_lines_keep_their_line_endings() -> None:
    source = Source.decode("a.md", b"a\r\nb\nc\r\nd\n")
    assert source.edited([Edit(Span(2, 3), "x\ny")]).encode() == b"a\r\nx\ny\nc\r\nd\n"
    assert source.edited([Edit(Span(0, 4), "")]).encode() == b"c\r\nd\n"


def test_byte_order_mark_is_not_text() -> None:
    source = Source.decode("a.md", b"\xef\xbb\xbfa\n")
    assert (source.text, source.byte_order_mark) == ("a\n", True)
    assert source.edited([Edit(Span(0, 1), "b")]).encode() == b"\xef\xbb\xbfb\n"


def test_invalid_bytes_are_an_error() -> None:
    with pytest.raises(UnicodeDecodeError):
        Source.decode("a.md", b"caf\xe9")


def test_edits_may_be_in_any_order() -> None:
    edits = [Edit(Span(4, 4), "!"), Edit(Span(0, 1), ""), Edit(Span(1, 3), " ")]
    assert apply_edits("a  b", edits) == " b!"


def test_blanked_text_keeps_offsets_and_lines() -> None:
    assert blanked("ab\ncd\nef", [Span(4, 7), Span(1, 5)]) == "a \n  \n f"


@pytest.mark.parametrize(
    ("first", "second", "touch"),
    [((0, 2), (1, 3), True), ((0, 2), (2, 3), False), ((1, 1), (1, 1), True), ((0, 0), (0, 2), False)],
)
def test_spans_touch(first: tuple[int, int], second: tuple[int, int], touch: bool) -> None:
    assert Span(*first).touches(Span(*second)) is touch
    assert Span(*second).touches(Span(*first)) is touch


def test_position_of_the_end_of_a_span_on_another_line() -> None:
    assert Source("a.md", "ab\ncd").positions(Span(1, 4)) == (Position(1, 2), Position(2, 2))
