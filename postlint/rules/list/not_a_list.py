"""List rendered as paragraph text.

In Python-Markdown (Pelican, MkDocs, Nikola) and Pandoc (Quarto), a list begins only after a blank line. Without one,
the items are part of the paragraph: the page shows them in a row, with their dashes. CommonMark previews show a list.

~~~markdown bad 5 generator=pelican
Title: Coffee

You need:
it will not take long
- coffee
- water
~~~

~~~markdown fixed generator=pelican
Title: Coffee

You need:
it will not take long

- coffee
- water
~~~

~~~markdown good generator=hugo
You need:
- coffee
- water
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import ListBlock
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.helpers.lines import quote_prefix

_TEXT_BLOCKS = ("paragraph", "math")
_NOT_TEXT = re.compile(r"[ \t]*(?::::|!!!|\?\?\?|===|///|<|\{[:.#%]|:[ \t]|\|)")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    markdown = post.generator.markdown
    if markdown.list_interrupts_paragraph or not post.lists:
        return
    paragraphs: set[int] | None = None
    for block in post.lists:
        if any(parent != "quote" for parent in block.parents):
            continue
        if paragraphs is None:
            paragraphs = {block.last_line for block in post.body.blocks if block.kind in _TEXT_BLOCKS}
        if block.line - 1 not in paragraphs or not _is_meant_as_list(post, block):
            continue
        at = post.source.line(block.line).start
        prefix = quote_prefix(post, block.line).rstrip() if block.parents else ""
        fix = Fix("Add a blank line", (Edit(Span(at, at), prefix + "\n"),))
        message = f"no blank line above the list, so {markdown.name} reads it as part of the paragraph"
        yield Finding(message, block.items[0].marker, fix)


def _is_meant_as_list(post: Post, block: ListBlock) -> bool:
    """Whether it is certainly meant as a list; a line of text may begin with a dash."""
    start, end = post.source.line(block.line - 1)
    above = post.masked_text[start:end].lstrip("> " if block.parents else "")
    if not above.strip() or _NOT_TEXT.match(above) or post.masked(Span(start, end)):
        return False
    return len(block.items) > 1 or above.rstrip().endswith(":")
