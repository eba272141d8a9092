"""Spans of parts of a post's body, and operations on sorted spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from postlint.core.post import Post
from postlint.core.text import Span


def block_spans(post: Post, *kinds: str) -> list[Span]:
    """The spans of the blocks of some kinds (`Block.kind`), in the order of the file."""
    return [block.span for block in post.body.blocks if block.kind in kinds]


def inline_spans(post: Post, *kinds: str) -> list[Span]:
    """The spans, with delimiters, of the inlines of some kinds (`Inline.kind`), in the order of the file."""
    return [inline.span for inline in post.body.inlines if inline.kind in kinds]


def line_numbers(post: Post, span: Span) -> range:
    """The numbers, from 1, of the lines of a span."""
    return range(post.source.line_number(span.start), post.source.line_number(span.end) + 1)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The union of some spans: sorted and without overlaps.

    >>> merged([Span(4, 6), Span(0, 3), Span(2, 4)])
    [Span(start=0, end=4), Span(start=4, end=6)]
    """
    union: list[Span] = []
    for span in sorted(spans):
        if union and span.start < union[-1].end:
            union[-1] = Span(union[-1].start, max(union[-1].end, span.end))
        else:
            union.append(span)
    return union


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset is in one of some spans, sorted and without overlaps.

    >>> inside([Span(0, 2), Span(4, 6)], 4), inside([Span(0, 2), Span(4, 6)], 2)
    (True, False)
    """
    at = bisect_right(spans, (offset, float("inf")))
    return at > 0 and offset < spans[at - 1].end


def overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, sorted and without overlaps, overlaps another span.

    >>> overlaps([Span(0, 2), Span(4, 6)], Span(2, 4)), overlaps([Span(0, 2), Span(4, 6)], Span(2, 5))
    (False, True)
    """
    at = bisect_left(spans, (span.end,)) - 1
    return at >= 0 and spans[at].end > span.start


def replaced(text: str, span: Span, holes: Sequence[Span], replacement: str) -> str:
    """The text of a span, with a replacement for each overlapping hole; holes are sorted and do not overlap.

    >>> replaced("a `b` c", Span(2, 7), [Span(2, 5)], "?")
    '? c'
    """
    pieces: list[str] = []
    at, end = span
    for hole in holes[max(bisect_left(holes, (at, 0)) - 1, 0) :]:
        if hole.start >= end:
            break
        if hole.end > at:
            pieces += text[at : max(hole.start, at)], replacement
            at = hole.end
    return "".join([*pieces, text[at:end]])
