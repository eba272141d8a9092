"""A table's row has more or fewer cells than its header.

Most parsers drop the cells that the header has no column for, and with them their text. Often a `|` inside a cell
was not escaped: written `\\|`, it is text, in code, too. Missing cells are shown empty; `too-few` reports them.

~~~markdown bad 4
| tool  | weight |
| ----- | ------ |
| scale | 200 g  |
| mill  | 350 g  | 40 g |
~~~

~~~markdown good
| tool  | weight |
| ----- | ------ |
| scale | 200 g  |
| mill  | 350 g  |
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Row
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Post, Span, post_rule

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<text>.*?)(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Options:
    too_few: bool = False
    """Report rows with fewer cells than the header, too."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD056", "table-column-count"),
    strict={"too_few": True},
    markdownlint={"too_few": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    markdown = post.generator.markdown
    for table in post.tables:
        wanted = len(table.header.cells)
        for row in table.rows:
            found = len(row.cells)
            if post.masked_text.startswith((":::", "<"), row.span.start):
                continue  # the end of a container, or HTML: not meant as a row
            if found > wanted:
                code = any("|" in one["text"] for one in _CODE.finditer(post.source[row.span]))
                if not (code and markdown.code_hides_pipes):
                    yield _too_many(post, row, wanted, code)
            elif found < wanted and options.too_few:
                yield Finding(_cells(found, wanted), Span(max(row.span.start, row.span.end - 1), row.span.end))


def _too_many(post: Post, row: Row, wanted: int, code: bool) -> Finding:
    span = Span(row.cells[wanted].span.start, row.span.end)
    message = _cells(len(row.cells), wanted)
    if not post.generator.markdown.extra_cells_are_lost:
        return Finding(message, span)
    if code and post.generator.name == "none":
        return Finding(f"{message}: on GitHub a `|` ends a cell in code, too, expected `\\|`", span)
    return Finding(f"{message}: what is too much is not shown", span, severity=ERROR)


def _cells(found: int, wanted: int) -> str:
    return f"row of {found} cell{'s' * (found != 1)} in a table of {wanted} column{'s' * (wanted != 1)}"
