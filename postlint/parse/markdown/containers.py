"""Reads tokens that open and close containers: lists, block quotes, admonitions, definitions, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from postlint.core.body import Footnote, IndentedBlock, ListBlock, ListItem, Quote
from postlint.core.text import Span
from postlint.helpers.containers import QUOTE_MARKER
from postlint.parse.markdown import admonitions
from postlint.parse.markdown.lines import LineMap, Parent

if TYPE_CHECKING:
    from markdown_it.token import Token

    TokenHandler = Callable[[Token, Sequence[Token], int], None]
    """Reads a token. Gets the token, all tokens, and the index of the token."""

_ITEM_MARKER = re.compile(r"[ \t>]*(\d{1,9}[.)]|[-+*])[ \t]*")
_DEFINITION_MARKER = re.compile(r"[ \t>]*([:~])[ \t]*")
_FOOTNOTE_LABEL = re.compile(r"[ \t>]*(\[\^[^\]]*\]:)[ \t]*")


class _OpenContainer(NamedTuple):
    """A list or block quote that is not closed yet."""

    kind: Parent
    parents: tuple[Parent, ...]
    items: list[ListItem]


class ContainerReader:
    """Tracks the open containers in a `LineMap`, and collects lists, block quotes and footnote definitions."""

    def __init__(self, lines: LineMap) -> None:
        self._lines = lines
        self._open: list[_OpenContainer] = []
        self.lists: list[ListBlock] = []
        """In the order in which they end."""
        self.quotes: list[Quote] = []
        self.footnotes: list[Footnote] = []
        self.indented_blocks: list[IndentedBlock] = []

    def handlers(self) -> Mapping[str, TokenHandler]:
        """The handler for each type of token that opens or closes a container."""
        return {
            "bullet_list_open": self._open_list,
            "ordered_list_open": self._open_list,
            "bullet_list_close": self._close_list,
            "ordered_list_close": self._close_list,
            "list_item_open": self._open_item,
            "blockquote_open": self._open_quote,
            "blockquote_close": self._close_quote,
            f"{admonitions.NAME}_open": self._open_indented_block,
            "dd_open": self._open_definition,
            "footnote_reference_open": self._open_footnote,
        }

    def _open_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._enter("bullet" if token.type == "bullet_list_open" else "ordered")

    def _enter(self, kind: Parent) -> None:
        lines = self._lines
        self._open.append(_OpenContainer(kind, lines.parents, []))
        lines.parents = (*lines.parents, kind)

    def _close_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        container = self._open.pop()
        self._lines.parents = container.parents
        items = tuple(container.items)
        span = Span(items[0].span.start, items[-1].span.end)
        self.lists.append(
            ListBlock(container.kind == "ordered", items, span, items[0].line, items[-1].last_line, container.parents)
        )

    def _open_item(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        match = _ITEM_MARKER.match(lines.text, lines.start(first))
        marker = Span(*match.span(1)) if match else Span(lines.start(first), lines.start(first))
        content = match.end() if match else marker.end
        lines.marker_ends[first] = content
        end = max(marker.end, lines.end(last))
        item = ListItem(Span(marker.start, end), marker, Span(min(content, end), end), first, last)
        self._open[-1].items.append(item)

    def _open_quote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        offset = lines.start(first)
        if first not in lines.marker_ends:
            for parent in lines.parents:
                if parent == "quote" and (outer := QUOTE_MARKER.match(lines.text, offset)):
                    offset = outer.end()
        match = QUOTE_MARKER.match(lines.text, offset)
        start = match.start(1) if match else offset
        lines.marker_ends[first] = match.end() if match else offset
        self.quotes.append(Quote(Span(start, max(start, lines.end(last))), first, last, lines.parents))
        self._enter("quote")

    def _close_quote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._lines.parents = self._open.pop().parents

    def _open_indented_block(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        indent = admonitions.INDENT + lines.content_start(first) - lines.source.line(first).start
        self.indented_blocks.append(IndentedBlock(first, last, indent))

    def _open_definition(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first = lines.extent(token)[0]
        if match := _DEFINITION_MARKER.match(lines.text, lines.start(first)):
            lines.marker_ends[first] = match.end()

    def _open_footnote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first = lines.extent(token)[0]
        match = _FOOTNOTE_LABEL.match(lines.text, lines.start(first))
        if match is None:
            return
        lines.marker_ends[first] = match.end()
        empty = tokens[index + 1].type == "footnote_reference_close"
        self.footnotes.append(Footnote(token.meta["label"], Span(*match.span(1)), empty))
