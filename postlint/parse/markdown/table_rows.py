"""Reads the tokens of tables: rows, cells, and the inline content of the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from postlint.core.body import Cell, Row, Table
from postlint.core.text import Span
from postlint.helpers.lines import ATTRIBUTE_LIST
from postlint.parse.markdown.coordinates import Coordinates, cell_coordinates
from postlint.parse.markdown.inline_dispatch import PLAIN
from postlint.parse.markdown.lines import LineMap
from postlint.parse.markdown.spans import InlineReader

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(ATTRIBUTE_LIST)


class TableReader:
    """Collects tables."""

    def __init__(self, lines: LineMap, inlines: InlineReader, *, attribute_lines: bool) -> None:
        self._lines = lines
        self._inlines = inlines
        self._attribute_lines = attribute_lines
        """Whether `{: .wide}` below a table gives it attributes, instead of being its last row."""
        self.tables: list[Table] = []

    def read(self, tokens: Sequence[Token], index: int) -> int:
        """Read the table that opens at an index. Returns the index of its last token."""
        lines = self._lines
        first, last = lines.extent(tokens[index])
        delimiter = self._row(first + 1)[0]
        rows: list[Row] = []
        while tokens[index].type != "table_close":
            if tokens[index].type == "tr_open":
                row, cells = self._row(lines.raw_extent(tokens[index])[0])
                rows.append(row)
                column = 0
                while tokens[index].type != "tr_close":
                    if tokens[index].type == "inline":
                        if column < len(cells) and PLAIN not in tokens[index].meta:
                            self._inlines.read(tokens[index], cells[column])
                        column += 1
                    index += 1
            index += 1
        if self._attribute_lines and len(rows) > 1 and _ATTRIBUTES.fullmatch(lines.text, *rows[-1].span):
            rows.pop()
            last -= 1
        span = Span(rows[0].span.start, rows[-1].span.end if len(rows) > 1 else delimiter.span.end)
        self.tables.append(Table(span, rows[0], delimiter, tuple(rows[1:]), first, last, len(lines.parents)))
        return index

    def _row(self, line: int) -> tuple[Row, list[Coordinates]]:
        start, end = self._lines.content_start(line), self._lines.end(line)
        cells, has_leading_pipe, has_trailing_pipe = cell_coordinates(self._lines.text, start, end)
        row = Row(Span(start, end), tuple(Cell(span) for span, _ in cells), line, has_leading_pipe, has_trailing_pipe)
        return row, [coordinates for _, coordinates in cells]
