"""From offsets in the content of an inline token to offsets in the file.

markdown-it gives inline tokens their content, without its position: container markers are cut off on the left of each
line, backslashes before pipes are removed from table cells, and trailing whitespace is gone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from postlint.core.text import Source, Span

WHITESPACE = " \t\n\v\f\r"

_PIPE = re.compile(r"\|")


class Coordinates(NamedTuple):
    """Maps offsets in a content to offsets in the file."""

    starts: tuple[int, ...]
    """The content offset at which each segment that is contiguous in the file begins."""
    offsets: tuple[int, ...]
    """What to add to a content offset in each segment."""

    def offset(self, offset: int) -> int:
        """The offset in the file."""
        if len(self.starts) == 1:
            return offset + self.offsets[0]
        return offset + self.offsets[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The span in the file of a part of the content."""
        if len(self.starts) == 1:
            return Span(start + self.offsets[0], end + self.offsets[0])
        return Span(self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start))


def line_coordinates(source: Source, text: str, first_line: int, content: str) -> Coordinates:
    """The coordinates of a content that spans whole lines, from `first_line`.

    Each of its lines ends where the line of the file ends: containers cut on the left only, and the last line has lost
    its trailing whitespace.
    """
    lines = content.split("\n")
    starts, offsets, start = [], [], 0
    last = len(lines) - 1
    for index, line in enumerate(lines):
        line_start, end = source.line(first_line + index)
        if index == last:
            end = content_end(text, line, line_start, line_start + len(text[line_start:end].rstrip(WHITESPACE)))
        starts.append(start)
        offsets.append(end - len(line) - start)
        start += len(line) + 1
    return Coordinates(tuple(starts), tuple(offsets))


def content_end(text: str, content: str, start: int, end: int) -> int:
    """The end of a content that is right-aligned between two offsets.

    markdown-it also strips characters that are not whitespace in CommonMark, such as no-break spaces.
    """
    if text.endswith(content, start, end):
        return end
    position = text.rfind(content, start, end)
    return end if position < 0 else position + len(content)


def cell_coordinates(text: str, start: int, end: int) -> tuple[list[tuple[Span, Coordinates]], bool, bool]:
    """The cells of a table row between two offsets: the span of each without whitespace, and its coordinates.

    Cells are split as in markdown-it: at every pipe without a backslash before it. Also returns whether the row has a
    leading and a trailing pipe.
    """
    pipes = [
        pipe
        for pipe in (match.start() for match in _PIPE.finditer(text, start, end))
        if pipe == start or text[pipe - 1] != "\\"
    ]
    edges = [start - 1, *pipes, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    has_leading_pipe = bool(pipes) and pipes[0] == start
    has_trailing_pipe = bool(pipes) and pipes[-1] == end - 1
    if has_leading_pipe:
        cells = cells[1:]
    if has_trailing_pipe and cells:
        cells = cells[:-1]
    return [_cell(text, *cell) for cell in cells], has_leading_pipe, has_trailing_pipe


def _cell(text: str, start: int, end: int) -> tuple[Span, Coordinates]:
    cell = text[start:end]
    start += len(cell) - len(cell.lstrip(WHITESPACE))
    end = max(start, start + len(cell.strip(WHITESPACE)))
    starts, offsets = [0], [start]
    backslash = text.find("\\|", start, end)
    while backslash >= 0:  # the backslash before a pipe is not in the content
        starts.append(backslash - start - (len(starts) - 1))
        offsets.append(start + len(starts) - 1)
        backslash = text.find("\\|", backslash + 2, end)
    return Span(start, end), Coordinates(tuple(starts), tuple(offsets))
