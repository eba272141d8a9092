"""No blank line around a list.

Whether a list can directly follow a paragraph depends on the Markdown parser, and a line directly below a list
becomes part of its last item. Blank lines around the list avoid both.

~~~markdown bad 2 3
You need:
- coffee
- water
## Brewing
~~~

~~~markdown fixed
You need:

- coffee
- water

## Brewing
~~~

~~~markdown good
You need:

- coffee
- water

## Brewing
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.helpers.lines import is_blank, quote_prefix


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD032", "blanks-around-lists"))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for block in post.lists:
        if any(parent != "quote" for parent in block.parents):
            continue
        if not is_blank(post, block.line - 1):
            yield Finding("no blank line above the list, expected one", block.items[0].marker, _fix(post, block.line))
        if not is_blank(post, block.last_line + 1):
            last = Span(max(block.items[-1].span.start, post.source.line(block.last_line).start), block.span.end)
            yield Finding("no blank line below the list, expected one", last, _fix(post, block.last_line + 1))


def _fix(post: Post, line: int) -> Fix:
    at = post.source.line(line).start
    return Fix("Add a blank line", (Edit(Span(at, at), quote_prefix(post, line) + "\n"),))
