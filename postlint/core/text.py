"""Source text and positions in it: the only module that converts between offsets, lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


class Position(NamedTuple):
    """A line and column for display. Both count from 1; columns count code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of code point offsets into `Source.text`."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the spans overlap, or are equal and empty."""
        return self == other or (self.start < other.end and other.start < self.end)


class Edit(NamedTuple):
    """Replace the text at `span` with `text`."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits, in any order, that do not overlap.

    >>> apply_edits("a  b", [Edit(Span(1, 3), " "), Edit(Span(4, 4), "!")])
    'a b!'
    """
    pieces: list[str] = []
    copied = 0
    for (start, end), replacement in sorted(edits):
        pieces += text[copied:start], replacement
        copied = end
    return "".join([*pieces, text[copied:]])


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Replace everything in the spans with spaces, except line feeds.

    >>> blanked("a `b` c", [Span(2, 5)])
    'a     c'
    """
    pieces: list[str] = []
    copied = 0
    for start, end in sorted(spans):
        if end <= copied:
            continue
        start = max(start, copied)
        hidden = text[start:end]
        blank = "\n".join([" " * len(line) for line in hidden.split("\n")]) if "\n" in hidden else " " * len(hidden)
        pieces += text[copied:start], blank
        copied = end
    return "".join([*pieces, text[copied:]])


@dataclass(frozen=True)
class Source:
    """The text of a file with `\\n` line endings, and what is needed to restore the original bytes.

    Lines end at `\\n`, `\\r\\n` or `\\r`, and nowhere else (not at U+2028, form feed ...).
    """

    path: str
    """The path for display: relative to the working directory, with `/`."""
    text: str
    """The whole file, with `\\n` line endings and without the byte order mark."""
    newline: str = "\n"
    """The line ending of the file, or the most common one."""
    line_ends: tuple[str, ...] = field(default=(), repr=False)
    """The line ending of each line. Empty if all are `newline`."""
    byte_order_mark: bool = False

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Decode the bytes of a file.

        Raises UnicodeDecodeError if they are not UTF-8.
        """
        text = data.decode("utf-8")
        has_mark = text.startswith(_BYTE_ORDER_MARK)
        if has_mark:
            text = text[1:]
        if "\r" not in text:
            return cls(path, text, byte_order_mark=has_mark)
        ends = _LINE_END.findall(text)
        kinds = Counter(ends)
        return cls(
            path,
            _LINE_END.sub("\n", text),
            kinds.most_common(1)[0][0],
            tuple(ends) if len(kinds) > 1 else (),
            has_mark,
        )

    def encode(self) -> bytes:
        """The bytes to write, with the original line endings and byte order mark."""
        text = self.text
        if self.line_ends:
            ends = iter(self.line_ends)
            text = re.sub("\n", lambda _: next(ends, self.newline), text)
        elif self.newline != "\n":
            text = text.replace("\n", self.newline)
        return ((_BYTE_ORDER_MARK if self.byte_order_mark else "") + text).encode("utf-8")

    def edited(self, edits: Iterable[Edit]) -> Source:
        """Apply edits. Lines that no edit touches keep their line endings."""
        edits = sorted(edits)
        text = apply_edits(self.text, edits)
        if not self.line_ends:
            return replace(self, text=text)
        ends: list[str] = []
        line = 0
        for (start, end), replacement in edits:
            first, last = self.line_number(start) - 1, self.line_number(end) - 1
            ends += self.line_ends[line:first]
            newline = self.line_ends[first] if first < len(self.line_ends) else self.newline
            ends += [newline] * replacement.count("\n")
            line = last
        return replace(self, text=text, line_ends=(*ends, *self.line_ends[line:]))

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of the start of each line. A text that ends with `\\n` has an empty last line."""
        return [*accumulate([len(line) + 1 for line in self.lines[:-1]], initial=0)]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without line endings."""
        return self.text.split("\n")

    def line_number(self, offset: int) -> int:
        """The number, from 1, of the line at an offset."""
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = self.line_number(offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def positions(self, span: Span) -> tuple[Position, Position]:
        """The line and column of the start and of the end of a span."""
        starts = self.line_starts
        line = bisect_right(starts, span.start)
        first = Position(line, span.start - starts[line - 1] + 1)
        if line < len(starts) and span.end >= starts[line]:
            line = bisect_right(starts, span.end)
        return first, Position(line, span.end - starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column."""
        return self.line_starts[position.line - 1] + position.column - 1

    def line(self, number: int) -> Span:
        """The span of a line, counted from 1, without its line ending."""
        starts = self.line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return Span(starts[number - 1], end)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]
