"""Reads the block tokens of a post once, and collects every part of its body with its position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from postlint.core.body import Block, Body, Definition, Heading
from postlint.core.text import Span
from postlint.parse.markdown.code_blocks import CodeBlockReader
from postlint.parse.markdown.containers import ContainerReader
from postlint.parse.markdown.coordinates import Coordinates
from postlint.parse.markdown.inline_dispatch import PLAIN
from postlint.parse.markdown.lines import LineMap
from postlint.parse.markdown.spans import InlineReader, plain_text
from postlint.parse.markdown.table_rows import TableReader

if TYPE_CHECKING:
    from markdown_it.token import Token

    from postlint.core.body import CodeBlock
    from postlint.core.post import Post
    from postlint.parse.markdown.containers import TokenHandler

_REFERENCE_LABEL = re.compile(r"[ \t>]*(\[)")
_CONTAINERS = frozenset({"blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"})
_position = attrgetter("span.start")


class BlockReader:
    """Reads all tokens of a post. `body()` returns the result."""

    def __init__(self, post: Post, template_blocks: Sequence[CodeBlock], nesting_limit: int) -> None:
        self._post = post
        self._nesting_limit = nesting_limit
        self._lines = LineMap(post)
        self._inlines = InlineReader(post)
        self._containers = ContainerReader(self._lines)
        self._code = CodeBlockReader(post, self._lines, template_blocks)
        self._tables = TableReader(self._lines, self._inlines, attribute_lines=post.generator.markdown.attribute_lines)
        self._headings: list[Heading] = []
        self._definitions: list[Definition] = []
        self._defined_keys: set[str] = set()
        self._blocks: list[Block] = []
        self._too_deep: Span | None = None

    def _handlers(self) -> dict[str, TokenHandler]:
        """The methods that read the tokens of each type; not kept, since the cycle would keep the post alive."""
        return {
            **self._containers.handlers(),
            **self._code.handlers(),
            "inline": self._term,
            "dl_open": self._definition_list,
            "html_block": self._html,
            "math_block": self._math,
            "math_block_label": self._math,
            "hr": self._thematic_break,
            "definition": self._definition,
        }

    def body(self) -> Body:
        """All parts of the body, each kind in file order."""
        inlines, containers = self._inlines, self._containers
        lists = containers.lists
        return Body(
            headings=tuple(self._headings),
            lists=tuple(sorted(lists, key=_position)) if len(lists) > 1 else tuple(lists),
            quotes=tuple(sorted(containers.quotes, key=_position)),
            code_blocks=tuple(sorted(self._code.code_blocks, key=_position)),
            links=tuple(inlines.links),
            images=tuple(sorted(inlines.images, key=_position)),
            definitions=tuple(self._definitions),
            undefined_references=tuple(inlines.undefined_references),
            footnote_definitions=tuple(containers.footnotes),
            footnote_references=tuple(inlines.footnotes),
            tables=tuple(self._tables.tables),
            inlines=tuple(sorted(inlines.inlines, key=_position)),
            blocks=tuple(self._blocks),
            indented_blocks=tuple(containers.indented_blocks),
            stray_delimiters=tuple(inlines.stray_delimiters),
            too_deep=self._too_deep,
        )

    def read(self, tokens: Sequence[Token]) -> None:
        """Read every token of the body, in order."""
        handlers, deepest = self._handlers(), self._nesting_limit - 1
        index, count = 0, len(tokens)
        while index < count:
            token = tokens[index]
            kind = token.type
            if kind == "paragraph_open":
                self._paragraph(token, tokens[index + 1])
                index += 2
            elif kind == "heading_open":
                self._heading(token, tokens[index + 1])
                index += 2
            elif kind == "table_open":
                index = self._tables.read(tokens, index)
            elif (handler := handlers.get(kind)) is not None:
                handler(token, tokens, index)
            # markdown-it does not read what a container at this level contains.
            if token.level >= deepest and kind in _CONTAINERS and self._too_deep is None:
                self._too_deep = self._lines.span(*self._lines.extent(token))
            index += 1

    def _paragraph(self, token: Token, inline: Token) -> None:
        lines = self._lines
        first, last = lines.raw_extent(token)  # the last line of a paragraph is not blank
        self._blocks.append(Block("paragraph", lines.span(first, last), first, last, len(lines.parents)))
        if PLAIN not in inline.meta:
            self._inlines.read(inline, lines.coordinates(first, inline.content))

    def _heading(self, token: Token, inline: Token) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        content = inline.content
        level = int(token.tag[1])
        if token.markup[0] == "#":
            start = lines.text.index("#", lines.start(first))
            marker = Span(start, start + level)
            content_start = lines.text.find(content, marker.end) if content else marker.end
            span = Span(content_start, content_start + len(content))
            end = lines.end(first)
            style: Literal["atx", "closed", "setext"] = "closed" if span.end < end else "atx"
            coordinates = Coordinates((0,), (content_start,))
        else:
            marker, style = None, "setext"
            last = lines.raw_extent(token)[1]
            coordinates = lines.coordinates(first, content)
            span = coordinates.span(0, len(content))
            start, end = span.start, lines.end(last)
        if PLAIN not in inline.meta:
            self._inlines.read(inline, coordinates)
        text = lines.source[span]
        plain = text if self._post.masked(span) else plain_text(inline.children or [])
        self._headings.append(
            Heading(level, text, plain, Span(start, end), span, marker, style, first, last, len(lines.parents))
        )

    def _term(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        """Read an inline token outside of paragraphs, headings and cells: the term of a definition list."""
        first = self._lines.extent(token)[0]
        self._inlines.read(token, self._lines.coordinates(first, token.content))

    def _definition_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._add_block("definition-list", token)

    def _html(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        self._add_block("html", token)
        self._inlines.read_html(Span(lines.source.line(first).start, lines.source.line(last).end))

    def _math(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._add_block("math", token)

    def _thematic_break(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._add_block("thematic-break", token)

    def _add_block(self, kind: Literal["html", "math", "thematic-break", "definition-list"], token: Token) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        self._blocks.append(Block(kind, lines.span(first, last), first, last, len(lines.parents)))

    def _definition(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, last = lines.extent(token)
        start = lines.content_start(first)
        if match := _REFERENCE_LABEL.match(lines.text, start):
            start = match.start(1)
        label, key, url = token.meta["label"], token.meta["id"], token.meta["url"]
        label_span = Span(start, start + len(label) + 2)
        duplicate = key in self._defined_keys
        self._defined_keys.add(key)
        self._definitions.append(Definition(label, key, url, Span(start, lines.end(last)), label_span, duplicate))
