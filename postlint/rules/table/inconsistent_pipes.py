"""Inconsistent pipes at the ends of table rows.

Tables are the same with and without outer pipes. A single style is easier to edit, and a row without outer pipes is
easily mistaken for text.

~~~markdown bad 3 3
| Coffee | Water |
| ------ | ----- |
15 g | 250 g
~~~

~~~markdown fixed
| Coffee | Water |
| ------ | ----- |
| 15 g | 250 g |
~~~

~~~markdown good
| Coffee | Water |
| ------ | ----- |
| 15 g   | 250 g |
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import Row
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "leading_and_trailing", "leading_only", "trailing_only", "no_leading_or_trailing"] = (
        "consistent"
    )
    """Where rows have outer pipes; `consistent`: as in the first row of the post."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD055", "table-pipe-style", "table/mixed-pipes"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    leading: bool | None = None
    trailing: bool | None = None
    if options.style != "consistent":
        leading = options.style in ("leading_and_trailing", "leading_only")
        trailing = options.style in ("leading_and_trailing", "trailing_only")
    for table in post.tables:
        for row in (table.header, table.delimiter, *table.rows):
            if leading is None:
                leading, trailing = row.leading_pipe, row.trailing_pipe
            start, end = row.span
            if row.leading_pipe != leading:
                span = Span(start, start + row.leading_pipe)
                yield _finding("begins", row.leading_pipe, span, _fix(row, row.leading_pipe, span, "| ", 0))
            if row.trailing_pipe != trailing:
                span = Span(end - row.trailing_pipe, end)
                yield _finding("ends", row.trailing_pipe, span, _fix(row, row.trailing_pipe, span, " |", -1))


def _finding(verb: str, has_pipe: bool, span: Span, fix: Fix | None) -> Finding:
    actual, expected = ("with", "none") if has_pipe else ("without", "one")
    return Finding(f"table row {verb} {actual} a pipe, expected {expected}", span, fix)


def _fix(row: Row, has_pipe: bool, span: Span, pipe: str, cell: int) -> Fix | None:
    """Add or remove a pipe; None if that would lose an empty cell or make a one-column table plain text."""
    if not has_pipe:
        return Fix("Add the pipe", (Edit(span, pipe),))
    if len(row.cells) < 2 or row.cells[cell].span.start == row.cells[cell].span.end:
        return None
    return Fix("Remove the pipe", (Edit(span, ""),))
