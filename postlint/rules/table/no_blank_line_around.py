"""No blank line around a table.

Some parsers render a table directly below a paragraph as text, with its pipes. kramdown (Jekyll) does so for whatever
is directly above or below the table, even a heading. Python-Markdown (Pelican, MkDocs, Nikola) reads the lines
directly below a table as rows. With these parsers it is an error, with others a matter of style.

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

from postlint.core.body import Table
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, ReportOptions, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix

_UNKNOWN_EFFECT = re.compile(r"[ \t>]*(?:\{|\^[ \t]*$)", re.MULTILINE)
_BLOCK_MARKER = re.compile(r" {0,3}(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>)")


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD058", "blanks-around-tables"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: ReportOptions) -> Iterator[Finding]:
    markdown = post.generator.markdown
    always = options.report == "always"
    # Every parser that renders such tables incorrectly also wants a blank line between a paragraph and a table.
    if not post.tables or (markdown.table_interrupts_paragraph and not always):
        return
    paragraphs = {block.last_line for block in post.body.blocks if block.kind == "paragraph"}
    for table in post.tables:
        if message := _fault_above(post, table, paragraphs):
            yield Finding(
                f"{message}, which {markdown.name} renders as text, expected a blank line above",
                table.header.span, _fix(post, table.line, table.line), ERROR,
            )  # fmt: skip
        elif always and not is_blank(post, table.line - 1):
            fix = _fix(post, table.line, table.line)
            yield Finding("no blank line above the table, expected one", table.header.span, fix)
        below = _fault_below(post, table)
        below_table = table.last_line + 1
        if below or (always and not is_blank(post, below_table) and not is_attributes(post, below_table)):
            line, message = below or (below_table, "no blank line below the table, expected one")
            last = post.source.line(line - 1)
            span = Span(max(last.start, table.span.start), last.end)
            yield Finding(message, span, _fix(post, line, line - 1), ERROR if below else None)


def _fault_above(post: Post, table: Table, paragraphs: Set[int]) -> str | None:
    """Why the generator renders a table as text because of the line above; None if it does not."""
    markdown = post.generator.markdown
    above = table.line - 1
    if not markdown.table_interrupts_paragraph and above in paragraphs and not _has_unknown_effect(post, above):
        return "table directly below a paragraph"
    if markdown.table_needs_blank_lines and not table.container and not is_blank(post, above):
        return None if _has_unknown_effect(post, above) else "table directly below another block"
    return None


def _fault_below(post: Post, table: Table) -> tuple[int, str] | None:
    """The first line that turns the table into text or becomes a row by mistake, and the message."""
    markdown = post.generator.markdown
    if markdown.table_needs_blank_lines:
        rows = [row.line for row in table.rows if "|" not in post.masked_text[row.span.start : row.span.end]]
        line = rows[0] if rows else table.last_line + 1
        if (rows or not table.container) and not is_blank(post, line) and not _has_unknown_effect(post, line):
            message = f"text directly below the table, which {markdown.name} then renders as text"
            return line, f"{message}, expected a blank line"
    elif markdown.table_ends_at_blank_line and not table.container:
        line = table.last_line + 1
        if not is_blank(post, line) and _BLOCK_MARKER.match(post.masked_text, post.source.line(line).start):
            return line, f"no blank line below the table, so {markdown.name} reads the next line as a row"
    return None


def _has_unknown_effect(post: Post, line: int) -> bool:
    """Whether a line begins with kramdown's attributes or a template tag, whose output is unknown, or is `^`."""
    return _UNKNOWN_EFFECT.match(post.text, post.source.line(line).start) is not None


def _fix(post: Post, line: int, of_table: int) -> Fix:
    """Insert a blank line above a line, with the block quote markers of a line of the table."""
    at = post.source.line(line).start
    return Fix("Add a blank line", (Edit(Span(at, at), quote_prefix(post, of_table).rstrip() + "\n"),))
