"""Lists, quotes and what else holds blocks: where they open and close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postlint.core.body import Footnote, IndentedBlock, ListBlock, ListItem, Quote
from postlint.core.text import Span
from postlint.parse.markdown import admonitions
from postlint.parse.markdown.lines import QUOTE_MARKER, Lines, Parent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from postlint.core.post import Post

_ITEM_MARKER = re.compile(r"[ \t>]*(\d{1,9}[.)]|[-+*])[ \t]*")
_DEFINITION_MARKER = re.compile(r"[ \t>]*([:~])[ \t]*")
_FOOTNOTE_LABEL = re.compile(r"[ \t>]*(\[\^[^\]]*\]:)[ \t]*")


class _Open(NamedTuple):
    """A container that is not closed yet."""

    kind: Parent
    parents: tuple[Parent, ...]
    items: list[ListItem]


class Containers(Lines):
    """Follows containers through the tokens and keeps those that are views."""

    def __init__(self, post: Post) -> None:
        super().__init__(post)
        self._open: list[_Open] = []
        self._lists: list[ListBlock] = []
        self._quotes: list[Quote] = []
        self._footnotes: list[Footnote] = []
        self._indented_blocks: list[IndentedBlock] = []

    def _open_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        kind: Parent = "bullet" if token.type == "bullet_list_open" else "ordered"
        self._open.append(_Open(kind, self._parents, []))
        self._parents = (*self._parents, kind)

    def _close_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        opened = self._open.pop()
        self._parents = opened.parents
        items = tuple(opened.items)
        span = Span(items[0].span.start, items[-1].span.end)
        self._lists.append(
            ListBlock(opened.kind == "ordered", items, span, items[0].line, items[-1].last_line, opened.parents)
        )

    def _open_item(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        match = _ITEM_MARKER.match(self._text, self._start(first))
        marker = Span(*match.span(1)) if match else Span(self._start(first), self._start(first))
        content = match.end() if match else marker.end
        self._opened[first] = content
        end = max(marker.end, self._end(last))
        item = ListItem(Span(marker.start, end), marker, Span(min(content, end), end), first, last)
        self._open[-1].items.append(item)

    def _open_quote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        at = self._start(first)
        if first not in self._opened:
            for parent in self._parents:
                if parent == "quote" and (outer := QUOTE_MARKER.match(self._text, at)):
                    at = outer.end()
        match = QUOTE_MARKER.match(self._text, at)
        start = match.start(1) if match else at
        self._opened[first] = match.end() if match else at
        self._quotes.append(Quote(Span(start, max(start, self._end(last))), first, last, self._parents))
        self._open.append(_Open("quote", self._parents, []))
        self._parents = (*self._parents, "quote")

    def _close_quote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._parents = self._open.pop().parents

    def _open_indented_block(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        line = self._source.line(first).start
        indent = admonitions.INDENT + self._content_start(first) - line
        self._indented_blocks.append(IndentedBlock(first, last, indent))

    def _open_definition(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first = self._map(token)[0]
        if match := _DEFINITION_MARKER.match(self._text, self._start(first)):
            self._opened[first] = match.end()

    def _open_footnote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first = self._map(token)[0]
        match = _FOOTNOTE_LABEL.match(self._text, self._start(first))
        if match is None:
            return
        self._opened[first] = match.end()
        empty = tokens[index + 1].type == "footnote_reference_close"
        self._footnotes.append(Footnote(token.meta["label"], Span(*match.span(1)), empty))
