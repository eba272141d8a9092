"""No blank line around a code fence.

Some parsers render a fence right below a paragraph as text, which is an error. Otherwise it is a matter of style:
blank lines make code easy to find in the source.

~~~toml options
report = "always"
~~~

~~~~markdown bad 2 4
Run:
```shell
make coffee
```
Then drink it.
~~~~

~~~~markdown fixed
Run:

```shell
make coffee
```

Then drink it.
~~~~

~~~~markdown good
Run:

```shell
make coffee
```

Then drink it.
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import CodeBlock
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, ReportOptions, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
    list_items: bool = True
    """Also report fences in lists."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD031", "blanks-around-fences"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    markdown = post.generator.markdown
    interrupts = {"`": markdown.fence_interrupts_paragraph, "~": markdown.tildes_interrupt_paragraph}
    always_interrupts = all(interrupts.values())
    if always_interrupts and options.report == "broken":
        return
    paragraphs = (
        frozenset()
        if always_interrupts
        else {block.last_line for block in post.body.blocks if block.kind == "paragraph"}
    )
    implicit_ends = _implicit_ends(post)
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None or not (options.list_items or not _is_in_list(block)):
            continue
        if block.line - 1 in paragraphs and not interrupts[post.text[block.fence.start]]:
            message = f"code fence right below a paragraph, which {markdown.name} renders as text"
            yield Finding(f"{message}, expected a blank line above", block.fence, _fix(post, block, block.line), ERROR)
        elif options.report == "always" and not is_blank(post, block.line - 1):
            yield Finding("no blank line above the code fence", block.fence, _fix(post, block, block.line))
        if (
            options.report == "always"
            and not is_blank(post, block.last_line + 1)
            and not is_attributes(post, block.last_line + 1)
            and block.last_line + 1 not in implicit_ends
        ):
            last_line = block.closing or Span(post.source.line(block.last_line).start, block.span.end)
            yield Finding("no blank line below the code fence", last_line, _fix(post, block, block.last_line + 1))


def _implicit_ends(post: Post) -> frozenset[int]:
    """The lines on which a list item or quote begins and so ends unclosed code."""
    unclosed = [block for block in post.code_blocks if block.kind == "fenced" and block.closing is None]
    if not any(block.container for block in unclosed):
        return frozenset()
    items = {item.line for list_block in post.lists for item in list_block.items}
    quotes = {quote.line for quote in post.body.quotes}
    return frozenset({block.last_line + 1 for block in unclosed} & (items | quotes))


def _is_in_list(block: CodeBlock) -> bool:
    return "bullet" in block.parents or "ordered" in block.parents


def _fix(post: Post, block: CodeBlock, line: int) -> Fix | None:
    """Insert a blank line before a line, except in a list, which it would make loose."""
    if _is_in_list(block):
        return None
    at = post.source.line(line).start
    prefix = quote_prefix(post, block.line) if block.container else ""
    return Fix("Insert a blank line", (Edit(Span(at, at), prefix + "\n"),))
