"""Block quotes separated only by blank lines.

Some parsers join them into one quote, others keep two. For one quote, write `>` on the blank line; for two, put text or
a comment between them.

~~~markdown bad 2
> Coffee is a way of stealing time.

> Terry Pratchett
~~~

~~~markdown good
> Coffee is a way of stealing time.
>
> Terry Pratchett
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postlint.core.body import Quote
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, Post, post_rule


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD028", "no-blanks-blockquote"))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    quotes = [quote for quote in post.body.quotes if "quote" not in quote.parents]
    for above, below in pairwise(quotes):
        if above.parents == below.parents and _is_blank_between(post, above, below):
            for line in range(above.last_line + 1, below.line):
                yield Finding(
                    "blank line between block quotes, expected `>` on it or text between them", post.source.line(line)
                )


def _is_blank_between(post: Post, above: Quote, below: Quote) -> bool:
    start = post.source.line(above.last_line).end
    return post.masked_text[start : below.span.start].isspace()
