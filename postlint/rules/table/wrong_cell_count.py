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

Where it is the line of dashes that has another number of cells, most parsers see no table at all, but text.

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

from postlint.core.body import Row
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Post, Span, post_rule

_DASHES = re.compile(r"^ {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$", re.MULTILINE)
_BEGINNING = re.compile(r"\|[ \t]*:?-")
_PIPE = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<text>.*?)(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Options:
    too_few: bool = False
    """Report rows with fewer cells than the header, too."""
    dashes: bool = True
    """Report a line of dashes with more or fewer cells than the header, which makes text of the table."""


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
        yield from _no_tables(post)
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


def _no_tables(post: Post) -> Iterator[Finding]:
    text, more_are_fine = post.masked_text, post.generator.markdown.table_dashes == "more"
    if not _BEGINNING.search(text, post.body_start):
        return
    found = list(_DASHES.finditer(text, post.body_start))
    if not found:
        return
    inner = {
        line
        for one in post.body.blocks
        if one.kind == "paragraph" and not one.container
        for line in range(one.line + 1, one.last_line + 1)
    }
    for match in found:
        line = post.source.line_number(match.start())
        header = post.source.lines[line - 2] if line in inner else ""
        if not header.lstrip().startswith("|") or "`" in header or "{" in header or _DASHES.match(header):
            continue
        wanted, cells = _count(header), _count(match[0])
        if cells < wanted or (cells > wanted and not more_are_fine):
            message = f"{cells} cell{'s' * (cells != 1)} of dashes below a header of {wanted}: this is printed as text"
            yield Finding(message, Span(match.start(), match.end()), severity=ERROR)


def _count(row: str) -> int:
    row = row.strip().removeprefix("|")
    return len(_PIPE.findall(row)) + (not row.endswith("|") or row.endswith("\\|"))


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
