"""The lines of a post while its tokens are read: where a line begins and ends inside of the open containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from postlint.core.text import Span
from postlint.helpers.containers import QUOTE_MARKER
from postlint.parse.markdown.coordinates import WHITESPACE, Coordinates, content_end, line_coordinates

if TYPE_CHECKING:
    from markdown_it.token import Token

    from postlint.core.post import Post


Parent = Literal["bullet", "ordered", "quote"]


class LineMap:
    """Converts the line numbers of tokens to positions in the file. Line numbers count from 1."""

    def __init__(self, post: Post) -> None:
        self.source = post.source
        self.text = post.masked_text
        self.parents: tuple[Parent, ...] = ()
        """The lists and block quotes that are open, outermost first. `ContainerReader` keeps it up to date."""
        self.marker_ends: dict[int, int] = {}
        """For each line on which containers begin, the offset after the last marker. Set by `ContainerReader`."""
        self._lines_above_body = post.source.line_number(post.body_start) - 1
        self._ends: dict[int, int] = {}

    def extent(self, token: Token) -> tuple[int, int]:
        """The first and last line of a token. The last line is not blank, unless it is the first."""
        first, last = self.raw_extent(token)
        return first, self.last_line(first, last)

    def raw_extent(self, token: Token) -> tuple[int, int]:
        """The first and last line of a token as markdown-it counts them, perhaps with trailing blank lines."""
        first, after = token.map or (0, 1)
        return self._lines_above_body + first + 1, self._lines_above_body + after

    def last_line(self, first: int, last: int) -> int:
        """The last line between two that is not blank. In block quotes, a line of quote markers is blank."""
        starts = self.source.line_starts
        last = min(last, len(starts))
        while last > first and self.end(last) == starts[last - 1]:
            last -= 1
        if "quote" in self.parents:
            while last > first and not self.text[starts[last - 1] : self.end(last)].strip(" \t>"):
                last -= 1
        return max(first, last)

    def start(self, line: int) -> int:
        """The offset after the markers of containers that begin on a line, or the start of the line."""
        return self.marker_ends.get(line) or self.source.line_starts[line - 1]

    def end(self, line: int) -> int:
        """The end of a line without trailing whitespace."""
        end = self._ends.get(line)
        if end is None:
            starts, text = self.source.line_starts, self.text
            start = starts[line - 1]
            stop = starts[line] - 1 if line < len(starts) else len(text)
            end = self._ends[line] = start + len(text[start:stop].rstrip(WHITESPACE))
        return end

    def content_start(self, line: int) -> int:
        """The first character of a line after quote markers, markers of containers that begin there, and spaces."""
        offset = self.marker_ends.get(line)
        text = self.text
        if offset is None:
            offset = self.source.line_starts[line - 1]
            for parent in self.parents:
                if parent == "quote" and (match := QUOTE_MARKER.match(text, offset)):
                    offset = match.end()
        if text[offset : offset + 1] not in " \t":
            return offset
        end = self.source.line(line).end
        while offset < end and text[offset] in " \t":
            offset += 1
        return offset

    def span(self, first: int, last: int) -> Span:
        """From the content of one line to the end of another."""
        start = self.content_start(first)
        return Span(start, max(start, self.end(last)))

    def coordinates(self, first: int, content: str) -> Coordinates:
        """The coordinates of an inline content that spans whole lines."""
        if "\n" not in content:
            end = content_end(self.text, content, self.source.line_starts[first - 1], self.end(first))
            return Coordinates((0,), (end - len(content),))
        return line_coordinates(self.source, self.text, first, content)
