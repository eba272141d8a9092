"""One walk over markdown-it's block tokens that gives every view its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from postlint.core.body import (
    Block,
    Body,
    Cell,
    CodeBlock,
    Definition,
    Heading,
    Image,
    Inline,
    ListBlock,
    Quote,
    Row,
    Table,
)
from postlint.core.text import Span
from postlint.helpers.lines import ATTRIBUTE_LIST
from postlint.parse.markdown import admonitions
from postlint.parse.markdown.containers import Containers
from postlint.parse.markdown.inlines import PLAIN, Places, cell_places, plain_text
from postlint.parse.markdown.lines import SPACE
from postlint.parse.markdown.spans import InlineReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from postlint.core.post import Post

_ATTRIBUTES = re.compile(ATTRIBUTE_LIST)
_REFERENCE_LABEL = re.compile(r"[ \t>]*(\[)")


class Walk(Containers):
    """Reads tokens once; `body` is what came of it."""

    def __init__(self, post: Post, template_blocks: Sequence[CodeBlock] = ()) -> None:
        super().__init__(post)
        self._inlines = InlineReader(post)
        self._headings: list[Heading] = []
        self._code_blocks: list[CodeBlock] = list(template_blocks)
        self._definitions: list[Definition] = []
        self._defined: set[str] = set()
        self._tables: list[Table] = []
        self._blocks: list[Block] = []
        self._attribute_lines = post.generator.markdown.attribute_lines
        self._too_deep: Span | None = None

    def body(self) -> Body:
        """Every view, in the order of the file."""
        inlines = self._inlines
        return Body(
            headings=tuple(self._headings),
            lists=tuple(sorted(self._lists, key=_start)) if len(self._lists) > 1 else tuple(self._lists),
            quotes=tuple(sorted(self._quotes, key=_start)),
            code_blocks=tuple(sorted(self._code_blocks, key=_start)),
            links=tuple(inlines.links),
            images=tuple(sorted(inlines.images, key=_start)),
            definitions=tuple(self._definitions),
            undefined_references=tuple(inlines.undefined),
            footnote_definitions=tuple(self._footnotes),
            footnote_references=tuple(inlines.footnotes),
            tables=tuple(self._tables),
            inlines=tuple(sorted(inlines.inlines, key=_start)),
            blocks=tuple(self._blocks),
            indented_blocks=tuple(self._indented_blocks),
            stray_delimiters=tuple(inlines.stray),
            too_deep=self._too_deep,
        )

    def read(self, tokens: list[Token], environment: dict[str, object]) -> None:
        """Take every token of the body in."""
        self._inlines.undefined_at = environment.get("undefined", {})  # type: ignore[assignment]
        self._inlines.stray_at = environment.get("stray", {})  # type: ignore[assignment]
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
                index = self._table(tokens, index)
            elif (step := _STEPS.get(kind)) is not None:
                step(self, token, tokens, index)
            if token.level >= 100 and self._too_deep is None:
                self._too_deep = self._lines_span(*self._map(token))
            index += 1

    def _open_definition_list(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._block("definition-list", token)

    def _block(self, kind: Literal["html", "math", "thematic-break", "definition-list"], token: Token) -> None:
        first, last = self._map(token)
        self._blocks.append(Block(kind, self._lines_span(first, last), first, last, len(self._parents)))

    def _paragraph(self, token: Token, inline: Token) -> None:
        first, last = self._map_raw(token)  # a paragraph's last line is not blank
        self._blocks.append(Block("paragraph", self._lines_span(first, last), first, last, len(self._parents)))
        if PLAIN not in inline.meta:
            self._inlines.read(inline, self._line_places(first, inline.content))

    def _inline(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        """A text that is neither paragraph, heading nor cell: a definition list's term."""
        first = self._map(token)[0]
        self._inlines.read(token, self._line_places(first, token.content))

    def _heading(self, token: Token, inline: Token) -> None:
        first, last = self._map(token)
        content = inline.content
        level = int(token.tag[1])
        if token.markup[0] == "#":
            start = self._text.index("#", self._start(first))
            marker = Span(start, start + level)
            at = self._text.find(content, marker.end) if content else marker.end
            end = self._end(first)
            style: Literal["atx", "closed", "setext"] = "closed" if at + len(content) < end else "atx"
            places = Places((0,), (at,))
            span = Span(at, at + len(content))
        else:
            marker, style = None, "setext"
            last = self._map_raw(token)[1]
            places = self._line_places(first, content)
            span = places.span(0, len(content))
            start, end = span.start, self._end(last)
        if PLAIN not in inline.meta:
            self._inlines.read(inline, places)
        text = self._source[span]
        plain = text if self._post.masked(span) else plain_text(inline.children or [])
        self._headings.append(
            Heading(level, text, plain, Span(start, end), span, marker, style, first, last, len(self._parents))
        )

    def _fence(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, after = self._map_raw(token)
        line_end = self._source.line(first).end
        marks_end = line_end - len(token.info)
        fence = Span(marks_end - len(token.markup), marks_end)
        info = token.info.strip(SPACE)
        info_start = marks_end + len(token.info) - len(token.info.lstrip(SPACE)) if info else marks_end
        lines = _content_lines(token.content)
        last = min(after, len(self._source.line_starts))
        closing = None
        if last - first == len(lines) + 1:
            end = self._end(last)
            closing = Span(end - _run_length(self._text, end), end)
        offsets = self._line_offsets(first + 1, lines)
        if closing is None:
            last = self._last_line(first, last)
        self._add_code(
            "fenced", fence.start, first, last, lines, offsets, fence, Span(info_start, info_start + len(info)), closing
        )

    def _indented(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        lines = _content_lines(token.content)[: last - first + 1]
        offsets = self._line_offsets(first, lines)
        self._add_code("indented", offsets[0], first, last, lines, offsets, None, None, None)

    def _line_offsets(self, first: int, lines: list[str]) -> list[int]:
        """Where, in the file, lines of code stand that begin at a line: each ends where the file's line does."""
        starts = self._source.line_starts
        ends = [start - 1 for start in starts[first : first + len(lines)]]
        if len(ends) < len(lines):
            ends.append(len(self._text))
        begins = starts[first - 1 : first - 1 + len(lines)]
        # A tab that a list takes in part leaves spaces that do not stand in the file.
        return [max(end - len(text), begin) for begin, end, text in zip(begins, ends, lines, strict=True)]

    def _add_code(
        self, kind: Literal["fenced", "indented"], start: int, first: int, last: int, lines: list[str],
        offsets: list[int], fence: Span | None, info: Span | None, closing: Span | None,
    ) -> None:  # fmt: skip
        span = Span(start, max(start, closing.end if closing else self._end(last)))
        if self._post.masked(Span(start, self._source.line(last).end)):
            text = self._source.text
            lines = [text[at : at + len(line)] for at, line in zip(offsets, lines, strict=True)]
        self._code_blocks.append(
            CodeBlock(
                kind, self._source[info] if info else "", "\n".join([*lines, ""]) if lines else "", span, fence, info,
                closing,
                tuple(offsets), first, last, len(self._parents), self._parents, self._blank(first - 1),
            )
        )  # fmt: skip

    def _html(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        self._block("html", token)
        self._inlines.read_html(Span(self._source.line(first).start, self._source.line(last).end))

    def _math(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._block("math", token)

    def _thematic_break(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._block("thematic-break", token)

    def _definition(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._map(token)
        match = _REFERENCE_LABEL.match(self._text, self._content_start(first))
        start = match.start(1) if match else self._content_start(first)
        meta = token.meta
        key = meta["id"]
        label_span = Span(start, start + len(meta["label"]) + 2)
        self._definitions.append(
            Definition(meta["label"], key, meta["url"], Span(start, self._end(last)), label_span, key in self._defined)
        )
        self._defined.add(key)

    def _table(self, tokens: Sequence[Token], index: int) -> int:
        """Read a whole table; the index of its last token."""
        first, last = self._map(tokens[index])
        delimiter = self._row(first + 1)[0]
        rows: list[Row] = []
        while tokens[index].type != "table_close":
            if tokens[index].type == "tr_open":
                row, places = self._row(self._map_raw(tokens[index])[0])
                rows.append(row)
                cell = 0
                while tokens[index].type != "tr_close":
                    if tokens[index].type == "inline":
                        if cell < len(places) and PLAIN not in tokens[index].meta:
                            self._inlines.read(tokens[index], places[cell])
                        cell += 1
                    index += 1
            index += 1
        if self._attribute_lines and len(rows) > 1 and _ATTRIBUTES.fullmatch(self._text, *rows[-1].span):
            rows.pop()
            last -= 1
        span = Span(rows[0].span.start, rows[-1].span.end if len(rows) > 1 else delimiter.span.end)
        self._tables.append(Table(span, rows[0], delimiter, tuple(rows[1:]), first, last, len(self._parents)))
        return index

    def _row(self, line: int) -> tuple[Row, list[Places]]:
        start, end = self._content_start(line), self._end(line)
        cells, leading, trailing = cell_places(self._text, start, end)
        row = Row(Span(start, end), tuple(Cell(Span(a, b)) for a, b, _ in cells), line, leading, trailing)
        return row, [places for *_, places in cells]


def _start(one: ListBlock | Quote | CodeBlock | Image | Inline) -> int:
    return one.span.start


def _content_lines(content: str) -> list[str]:
    """The lines of a code token's content, which ends in a line feed unless the file ends without one."""
    lines = content.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _run_length(text: str, end: int) -> int:
    """How often the character before an offset repeats backwards from there."""
    character, at = text[end - 1], end
    while at > 0 and text[at - 1] == character:
        at -= 1
    return end - at


_STEPS = {
    "inline": Walk._inline,
    "bullet_list_open": Walk._open_list,
    "ordered_list_open": Walk._open_list,
    "bullet_list_close": Walk._close_list,
    "ordered_list_close": Walk._close_list,
    "list_item_open": Walk._open_item,
    "blockquote_open": Walk._open_quote,
    "blockquote_close": Walk._close_quote,
    f"{admonitions.NAME}_open": Walk._open_indented_block,
    "dl_open": Walk._open_definition_list,
    "dd_open": Walk._open_definition,
    "footnote_reference_open": Walk._open_footnote,
    "fence": Walk._fence,
    "code_block": Walk._indented,
    "html_block": Walk._html,
    "math_block": Walk._math,
    "math_block_label": Walk._math,
    "hr": Walk._thematic_break,
    "definition": Walk._definition,
}
