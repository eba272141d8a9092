"""A code fence touches the text above or below it.

Some parsers print a fence that follows a paragraph's line as text; there this is an error. Elsewhere it is style: a
blank line on either side makes code easy to find in the source.

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
from typing import Literal

from postlint.core.body import CodeBlock
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: only where the generator then renders no code. `always`: everywhere."""
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
    free = all(interrupts.values())
    if free and options.report == "broken":
        return
    paragraphs = frozenset() if free else {one.last_line for one in post.body.blocks if one.kind == "paragraph"}
    opening = _opening(post)
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None or not (options.list_items or not _listed(block)):
            continue
        if block.line - 1 in paragraphs and not interrupts[post.text[block.fence.start]]:
            message = f"code fence right below a paragraph, which {markdown.name} prints as text"
            yield Finding(f"{message}, expected a blank line above", block.fence, _fix(post, block, block.line), ERROR)
        elif options.report == "always" and not is_blank(post, block.line - 1):
            yield Finding("no blank line above the code fence", block.fence, _fix(post, block, block.line))
        if (
            options.report == "always"
            and not is_blank(post, block.last_line + 1)
            and not is_attributes(post, block.last_line + 1)
            and block.last_line + 1 not in opening
        ):
            place = block.closing or Span(post.source.line(block.last_line).start, block.span.end)
            yield Finding("no blank line below the code fence", place, _fix(post, block, block.last_line + 1))


def _opening(post: Post) -> frozenset[int]:
    """The lines on which a list's item or a quote ends code that nothing else closed."""
    if not any(one.kind == "fenced" and one.closing is None and one.container for one in post.code_blocks):
        return frozenset()
    after = {one.last_line + 1 for one in post.code_blocks if one.kind == "fenced" and one.closing is None}
    items = {item.line for one in post.lists for item in one.items}
    return frozenset(after & (items | {one.line for one in post.body.quotes}))


def _listed(block: CodeBlock) -> bool:
    return "bullet" in block.parents or "ordered" in block.parents


def _fix(post: Post, block: CodeBlock, line: int) -> Fix | None:
    """Insert a blank line before this line; not in a list, whose items it would set apart."""
    if _listed(block):
        return None
    at = post.source.line(line).start
    prefix = quote_prefix(post, block.line).rstrip() if block.container else ""
    return Fix("Insert a blank line", (Edit(Span(at, at), prefix + "\n"),))
