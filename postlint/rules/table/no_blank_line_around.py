"""A table touches the text above or below it.

Some parsers print a table that follows a paragraph's line as text, pipes and all; kramdown (Jekyll) does so whatever
the table touches, above or below, headings too. Python-Markdown (Pelican, MkDocs, Nikola) makes rows of what stands
right below a table. There this is an error. Elsewhere it is style.

~~~toml options
report = "always"
~~~

~~~markdown bad 2 4
You need:
| Coffee | Water |
| ------ | ----- |
| 15 g   | 250 g |
> Not too hot.
~~~

~~~markdown fixed
You need:

| Coffee | Water |
| ------ | ----- |
| 15 g   | 250 g |

> Not too hot.
~~~

~~~markdown good
You need:

| Coffee | Water |
| ------ | ----- |
| 15 g   | 250 g |
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import Table
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix

_BRACE = re.compile(r"[ \t>]*(?:\{|\^[ \t]*$)", re.MULTILINE)
_MARK = re.compile(r" {0,3}(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>)")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: only where the generator then renders no table. `always`: everywhere."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD058", "blanks-around-tables"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    markdown = post.generator.markdown
    always = options.report == "always"
    if not post.tables or (markdown.table_interrupts_paragraph and not always):  # all that differ, differ in this
        return
    paragraphs = {one.last_line for one in post.body.blocks if one.kind == "paragraph"}
    for table in post.tables:
        if said := _lost_above(post, table, paragraphs):
            yield Finding(
                f"{said}, which {markdown.name} prints as text, expected a blank line above",
                table.header.span, _fix(post, table.line, table.line), ERROR,
            )  # fmt: skip
        elif always and not is_blank(post, table.line - 1):
            fix = _fix(post, table.line, table.line)
            yield Finding("no blank line above the table", table.header.span, fix)
        below = _broken_below(post, table)
        below_table = table.last_line + 1
        if below or (always and not is_blank(post, below_table) and not is_attributes(post, below_table)):
            line, said = below or (below_table, "no blank line below the table")
            last = post.source.line(line - 1)
            span = Span(max(last.start, table.span.start), last.end)
            yield Finding(said, span, _fix(post, line, line - 1), ERROR if below else None)


def _lost_above(post: Post, table: Table, paragraphs: Set[int]) -> str | None:
    """What of the line above makes text of the table."""
    markdown = post.generator.markdown
    above = table.line - 1
    if not markdown.table_interrupts_paragraph and above in paragraphs and not _no_text(post, above):
        return "table right below a paragraph"
    if markdown.table_needs_blank_lines and not table.container and not is_blank(post, above):
        return None if _no_text(post, above) else "table that touches what is above it"
    return None


def _broken_below(post: Post, table: Table) -> tuple[int, str] | None:
    """The first line below the table that makes text of it, or that becomes a row, and what to say."""
    markdown = post.generator.markdown
    if markdown.table_needs_blank_lines:
        rows = [row.line for row in table.rows if "|" not in post.masked_text[row.span.start : row.span.end]]
        line = rows[0] if rows else table.last_line + 1
        if (rows or not table.container) and not is_blank(post, line) and not _no_text(post, line):
            said = f"text right below the table's rows: {markdown.name} prints the table as text"
            return line, f"{said}, expected a blank line"
    elif markdown.table_ends_at_blank_line and not table.container:
        line = table.last_line + 1
        if not is_blank(post, line) and _MARK.match(post.masked_text, post.source.line(line).start):
            return line, f"no blank line below the table: {markdown.name} takes the next line for a row of it"
    return None


def _no_text(post: Post, line: int) -> bool:
    """Whether a line is kramdown's attributes or `^`, or begins with a template tag: no one knows what that prints."""
    return _BRACE.match(post.text, post.source.line(line).start) is not None


def _fix(post: Post, line: int, of_table: int) -> Fix:
    """Insert a blank line before this one, with the marks of the quotes that the table lies in."""
    at = post.source.line(line).start
    return Fix("Insert a blank line", (Edit(Span(at, at), quote_prefix(post, of_table).rstrip() + "\n"),))
