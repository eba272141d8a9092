"""Tables are written with and without pipes at the ends of their rows.

Both make the same table. One way throughout is easier to edit, and a row without any is easily taken for text.

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
    """Where the outer pipes stand; `consistent`: where the post's first row has them."""


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


def _finding(how: str, has: bool, span: Span, fix: Fix | None) -> Finding:
    found, wanted = ("with", "none") if has else ("without", "one")
    return Finding(f"table row {how} {found} a pipe, expected {wanted}", span, fix)


def _fix(row: Row, has: bool, span: Span, pipe: str, cell: int) -> Fix | None:
    """Without an outer pipe, an empty cell would be lost, and a table of one column."""
    if not has:
        return Fix("Add the pipe", (Edit(span, pipe),))
    if len(row.cells) < 2 or row.cells[cell].span.start == row.cells[cell].span.end:
        return None
    return Fix("Remove the pipe", (Edit(span, ""),))
