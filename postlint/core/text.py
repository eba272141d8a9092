"""Text and places in it: the one module that relates offsets, lines and columns."""

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
    """A place for people: both numbers count from 1, columns count code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of code point offsets into `Source.text`."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two overlap, or both are empty at one place."""
        return self == other or (self.start < other.end and other.start < self.end)


class Edit(NamedTuple):
    """Put `text` in the place of what stands at `span`."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap, in whatever order they come.

    >>> apply_edits("a  b", [Edit(Span(1, 3), " "), Edit(Span(4, 4), "!")])
    'a b!'
    """
    pieces: list[str] = []
    at = 0
    for (start, end), new in sorted(edits):
        pieces += text[at:start], new
        at = end
    return "".join([*pieces, text[at:]])


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text, same length and lines, with spaces in the place of all that some spans hold.

    >>> blanked("a `b` c", [Span(2, 5)])
    'a     c'
    """
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        hidden = text[start:end]
        blank = "\n".join([" " * len(line) for line in hidden.split("\n")]) if "\n" in hidden else " " * len(hidden)
        pieces += text[at:start], blank
        at = end
    return "".join([*pieces, text[at:]])


@dataclass(frozen=True)
class Source:
    """One file's text with every line end as a line feed, and what is needed to write it back as it was.

    Lines end at line feed, carriage return or both, and at nothing else (not at U+2028, form feed ...).
    """

    path: str
    """As shown to people: relative to the working directory, with `/`."""
    text: str
    """The whole file, line ends as `\\n`, without its byte order mark."""
    newline: str = "\n"
    """The line end of the file, the commonest one where they differ."""
    line_ends: tuple[str, ...] = field(default=(), repr=False)
    """Each line's own end, only where they differ."""
    byte_order_mark: bool = False

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Read a file's bytes.

        Raises UnicodeDecodeError when they are not UTF-8.
        """
        text = data.decode("utf-8")
        marked = text.startswith(_BYTE_ORDER_MARK)
        if marked:
            text = text[1:]
        if "\r" not in text:
            return cls(path, text, byte_order_mark=marked)
        ends = _LINE_END.findall(text)
        kinds = Counter(ends)
        return cls(
            path,
            _LINE_END.sub("\n", text),
            kinds.most_common(1)[0][0],
            tuple(ends) if len(kinds) > 1 else (),
            marked,
        )

    def encode(self) -> bytes:
        """The bytes to write: own line ends, own byte order mark."""
        text = self.text
        if self.line_ends:
            ends = iter(self.line_ends)
            text = re.sub("\n", lambda _: next(ends, self.newline), text)
        elif self.newline != "\n":
            text = text.replace("\n", self.newline)
        return ((_BYTE_ORDER_MARK if self.byte_order_mark else "") + text).encode("utf-8")

    def edited(self, edits: Iterable[Edit]) -> Source:
        """The source after edits; lines that they do not touch keep their own ends."""
        edits = sorted(edits)
        text = apply_edits(self.text, edits)
        if not self.line_ends:
            return replace(self, text=text)
        ends: list[str] = []
        line = 0
        for (start, end), new in edits:
            first, last = self.line_number(start) - 1, self.line_number(end) - 1
            ends += self.line_ends[line:first]
            own = self.line_ends[first] if first < len(self.line_ends) else self.newline
            ends += [own] * new.count("\n")
            line = last
        return replace(self, text=text, line_ends=(*ends, *self.line_ends[line:]))

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts; a text that ends in a line end has an empty last line."""
        return [*accumulate([len(line) + 1 for line in self.lines[:-1]], initial=0)]

    @cached_property
    def lines(self) -> list[str]:
        """Each line without its end."""
        return self.text.split("\n")

    def line_number(self, offset: int) -> int:
        """The number, from 1, of the line that holds an offset."""
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        line = self.line_number(offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def positions(self, span: Span) -> tuple[Position, Position]:
        """Line and column of a span's start and of its end."""
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
        """The span of a line, counted from 1, without its end."""
        starts = self.line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return Span(starts[number - 1], end)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]
