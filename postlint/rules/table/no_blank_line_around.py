"""A table touches the text above or below it.

Some parsers print a table that follows a paragraph's line as text, pipes and all; there this is an error. Elsewhere
it is style, except that a line of text right below a table becomes its last row.

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

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.lines import is_blank, quote_prefix
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule


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
    if not post.tables or (markdown.table_interrupts_paragraph and not always):
        return
    paragraphs = {one.last_line for one in post.body.blocks if one.kind == "paragraph"}
    for table in post.tables:
        lost = not markdown.table_interrupts_paragraph and table.line - 1 in paragraphs
        if lost:
            message = (
                f"table right below a paragraph, which {markdown.name} prints as text, expected a blank line above"
            )
            yield Finding(message, table.header.span, _fix(post, table.line, table.line), ERROR)
        elif always and not is_blank(post, table.line - 1):
            fix = _fix(post, table.line, table.line)
            yield Finding("no blank line above the table", table.header.span, fix)
        if always and not is_blank(post, table.last_line + 1):
            start = post.source.line(table.last_line).start
            span = Span(max(start, table.span.start), table.span.end)
            fix = _fix(post, table.last_line + 1, table.last_line)
            yield Finding("no blank line below the table", span, fix)


def _fix(post: Post, line: int, of_table: int) -> Fix:
    """Insert a blank line before this one, with the marks of the quotes that the table lies in."""
    at = post.source.line(line).start
    return Fix("Insert a blank line", (Edit(Span(at, at), quote_prefix(post, of_table).rstrip() + "\n"),))
