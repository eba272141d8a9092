"""Positions of the nodes of `ast` as offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from postlint.core.text import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Positions:
    """Converts the parser's lines and byte columns to offsets in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.columns: dict[int, Sequence[int]] = {}

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line."""
        return [0, *(line_end.end() for line_end in _LINE_END.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line, counted from 1, and a column in bytes of UTF-8."""
        if line > len(self.starts):
            return len(self.text)
        start = self.starts[line - 1]
        if line not in self.columns:
            end = self.starts[line] if line < len(self.starts) else len(self.text)
            content = self.text[start:end]
            self.columns[line] = (
                range(len(content) + 1)
                if content.isascii()
                else [*accumulate((len(character.encode()) for character in content), initial=0)]
            )
        columns = self.columns[line]
        if isinstance(columns, range):
            return start + min(column, len(columns) - 1)
        return start + bisect_right(columns, column) - 1

    def span(self, node: Any) -> Span:
        """The span of a statement, an expression or another node that has a position."""
        start = self.offset(node.lineno, node.col_offset)
        return Span(start, max(start, self.offset(node.end_lineno, node.end_col_offset)))
