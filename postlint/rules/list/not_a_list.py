"""A list follows a paragraph at once, and this generator's parser does not see it.

Python-Markdown (Pelican, MkDocs, Nikola) and Pandoc (Quarto) begin a list only after a blank line. Without one the
items are text of the paragraph: the page shows them in a row, with their dashes. Previews that follow CommonMark
show the list.

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

_TEXT = ("paragraph", "math")
_NO_TEXT = re.compile(r"[ \t]*(?::::|!!!|\?\?\?|===|///|<|\{[:.#%]|:[ \t]|\|)")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    markdown = post.generator.markdown
    if markdown.list_interrupts_paragraph or not post.lists:
        return
    paragraphs: set[int] | None = None
    for one in post.lists:
        if any(parent != "quote" for parent in one.parents):
            continue
        if paragraphs is None:
            paragraphs = {block.last_line for block in post.body.blocks if block.kind in _TEXT}
        if one.line - 1 not in paragraphs or not _is_list(post, one):
            continue
        at = post.source.line(one.line).start
        prefix = quote_prefix(post, one.line).rstrip() if one.parents else ""
        fix = Fix("Insert a blank line", (Edit(Span(at, at), prefix + "\n"),))
        message = f"no blank line above the list: {markdown.name} takes it for text of the paragraph"
        yield Finding(message, one.items[0].marker, fix)


def _is_list(post: Post, one: ListBlock) -> bool:
    """Whether a list is certainly meant; a dash may begin a line of text."""
    start, end = post.source.line(one.line - 1)
    above = post.masked_text[start:end].lstrip("> " if one.parents else "")
    if not above.strip() or _NO_TEXT.match(above) or post.masked(Span(start, end)):
        return False
    return len(one.items) > 1 or above.rstrip().endswith(":")
