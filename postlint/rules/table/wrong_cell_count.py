"""Wrong number of table cells.

A row has more or fewer cells than the header. Most parsers drop the cells that have no column in the header, with
their text. Often a `|` in a cell is not escaped: written as `\\|`, it is text, even in code. Missing cells are
printed as empty cells; `too-few` reports them.

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

If the delimiter row has another number of cells, most parsers print the whole table as text.

~~~markdown bad 2
| tool  | weight |
| ----- |
| scale | 200 g  |
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Cell, Row
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Post, Span, post_rule

_DELIMITER_ROW = re.compile(r"^ {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$", re.MULTILINE)
_BEGINNING = re.compile(r"\|[ \t]*:?-")
_PIPE = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<text>.*?)(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Options:
    too_few: bool = False
    """Also report rows with fewer cells than the header."""
    dashes: bool = True
    """Report a delimiter row with more or fewer cells than the header, which turns the table into text."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD056", "table-column-count"),
    strict={"too_few": True},
    markdownlint={"too_few": True, "dashes": False},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    markdown = post.generator.markdown
    if options.dashes and markdown.table_dashes != "any":
        yield from _wrong_delimiter_rows(post)
    for table in post.tables:
        columns = len(table.header.cells)
        for row in table.rows:
            cells = len(row.cells)
            if post.masked_text.startswith((":::", "<"), row.span.start):
                continue  # the end of a container, or HTML: not meant as a row
            if cells > columns and not options.too_few and all(_is_empty(cell) for cell in row.cells[columns:]):
                continue  # nothing is lost
            if cells > columns:
                has_code = any("|" in match["text"] for match in _CODE.finditer(post.source[row.span]))
                if not (has_code and markdown.code_hides_pipes):
                    yield _too_many(post, row, columns, has_code)
            elif cells < columns and options.too_few:
                yield Finding(_message(cells, columns), Span(max(row.span.start, row.span.end - 1), row.span.end))


def _wrong_delimiter_rows(post: Post) -> Iterator[Finding]:
    text, may_have_more = post.masked_text, post.generator.markdown.table_dashes == "more"
    if not _BEGINNING.search(text, post.body_start):
        return
    rows = list(_DELIMITER_ROW.finditer(text, post.body_start))
    if not rows:
        return
    inner_lines = {
        line
        for block in post.body.blocks
        if block.kind == "paragraph" and not block.container
        for line in range(block.line + 1, block.last_line + 1)
    }
    for row in rows:
        line = post.source.line_number(row.start())
        header = post.source.lines[line - 2] if line in inner_lines else ""
        if not header.lstrip().startswith("|") or "`" in header or "{" in header or _DELIMITER_ROW.match(header):
            continue
        columns, cells = _count(header), _count(row[0])
        if cells < columns or (cells > columns and not may_have_more):
            message = f"delimiter row with {cells} cell{'s' * (cells != 1)}, expected {columns}"
            yield Finding(f"{message}: the table is printed as text", Span(row.start(), row.end()), severity=ERROR)


def _count(row: str) -> int:
    row = row.strip().removeprefix("|")
    return len(_PIPE.findall(row)) + (not row.endswith("|") or row.endswith("\\|"))


def _too_many(post: Post, row: Row, columns: int, has_code: bool) -> Finding:
    span = Span(row.cells[columns].span.start, row.span.end)
    message = _message(len(row.cells), columns)
    if not post.generator.markdown.extra_cells_are_lost:
        return Finding(message, span)
    if has_code and not post.generator.is_known:
        return Finding(f"{message}: on GitHub a `|` in code also ends a cell, expected `\\|`", span)
    return Finding(f"{message}: the extra cells are not printed", span, severity=ERROR)


def _is_empty(cell: Cell) -> bool:
    return cell.span.start == cell.span.end


def _message(cells: int, columns: int) -> str:
    return f"row with {cells} cell{'s' * (cells != 1)}, expected {columns}"
