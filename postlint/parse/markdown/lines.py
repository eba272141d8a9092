"""Where blocks stand: lines of the file, and what is left of them when the containers have taken their marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from postlint.core.text import Span
from postlint.parse.markdown.inlines import Places, content_end, line_places

if TYPE_CHECKING:
    from markdown_it.token import Token

    from postlint.core.post import Post

SPACE = " \t\n\v\f\r"
QUOTE_MARKER = re.compile(r"[ \t]*(>)[ \t]?")

Parent = Literal["bullet", "ordered", "quote"]


class Lines:
    """The lines of a post while its tokens are read, and the containers that are open."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._source = post.source
        self._text = post.masked_text
        self._above = post.source.line_number(post.body_start) - 1
        """How many lines stand above the body."""
        self._parents: tuple[Parent, ...] = ()
        """The lists and quotes that are open, outermost first."""
        self._opened: dict[int, int] = {}
        """For a line on which containers begin, the offset after the last one's marker."""
        self._ends: dict[int, int] = {}
        """The ends of lines that were asked for, without white space."""

    def _map(self, token: Token) -> tuple[int, int]:
        """The first and the last line, from 1, of a token; the last one is not blank unless it is the first."""
        first, last = self._map_raw(token)
        return first, self._last_line(first, last)

    def _map_raw(self, token: Token) -> tuple[int, int]:
        """The first and the last line, from 1, as markdown-it counts them."""
        first, after = token.map or (0, 1)
        return self._above + first + 1, self._above + after

    def _last_line(self, first: int, last: int) -> int:
        """The last line that is not blank, between two; in a quote, its marks alone are."""
        starts = self._source.line_starts
        last = min(last, len(starts))
        while last > first and self._end(last) == starts[last - 1]:
            last -= 1
        if "quote" in self._parents:
            while last > first and not self._text[starts[last - 1] : self._end(last)].strip(" \t>"):
                last -= 1
        return max(first, last)

    def _start(self, line: int) -> int:
        """Where, on a line, what is not a container's mark may begin."""
        return self._opened.get(line) or self._source.line_starts[line - 1]

    def _end(self, line: int) -> int:
        """The end of a line without white space."""
        end = self._ends.get(line)
        if end is None:
            starts, text = self._source.line_starts, self._text
            start = starts[line - 1]
            stop = starts[line] - 1 if line < len(starts) else len(text)
            end = self._ends[line] = start + len(text[start:stop].rstrip(SPACE))
        return end

    def _content_start(self, line: int) -> int:
        """The first character of a line after the quotes' and, where they begin here, the lists' marks."""
        at = self._opened.get(line)
        text = self._text
        if at is None:
            at = self._source.line_starts[line - 1]
            for parent in self._parents:
                if parent == "quote" and (match := QUOTE_MARKER.match(text, at)):
                    at = match.end()
        if text[at : at + 1] not in " \t":
            return at
        end = self._source.line(line).end
        while at < end and text[at] in " \t":
            at += 1
        return at

    def _lines_span(self, first: int, last: int) -> Span:
        start = self._content_start(first)
        return Span(start, max(start, self._end(last)))

    def _line_places(self, first: int, content: str) -> Places:
        if "\n" not in content:
            end = content_end(self._text, content, self._source.line_starts[first - 1], self._end(first))
            return Places((0,), (end - len(content),))
        return line_places(self._source, self._text, first, content)

    def _blank(self, line: int) -> bool:
        if line < 1:
            return True
        start, end = self._source.line(line)
        return not self._text[start:end].strip(" \t>")
