"""A list touches the text above or below it.

Whether a list may follow a paragraph's line differs from parser to parser, and a line right below a list becomes
part of its last item in all of them. A blank line on either side leaves no doubt.

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
    for one in post.lists:
        if any(parent != "quote" for parent in one.parents):
            continue
        if not is_blank(post, one.line - 1):
            yield Finding("no blank line above the list", one.items[0].marker, _fix(post, one.line))
        if not is_blank(post, one.last_line + 1):
            last = Span(max(one.items[-1].span.start, post.source.line(one.last_line).start), one.span.end)
            yield Finding("no blank line below the list", last, _fix(post, one.last_line + 1))


def _fix(post: Post, line: int) -> Fix:
    at = post.source.line(line).start
    return Fix("Insert a blank line", (Edit(Span(at, at), quote_prefix(post, line) + "\n"),))
