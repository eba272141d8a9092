"""A blank line stands between two block quotes.

Some parsers make one quote of both, others two. Where one is meant, the line needs its mark; where two are, something
between them (text, a comment) tells them apart.

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
    quotes = [one for one in post.body.quotes if "quote" not in one.parents]
    for above, below in pairwise(quotes):
        if above.parents == below.parents and _only_blank_between(post, above, below):
            for line in range(above.last_line + 1, below.line):
                yield Finding("blank line between two quotes", post.source.line(line))


def _only_blank_between(post: Post, above: Quote, below: Quote) -> bool:
    start = post.source.line(above.last_line).end
    return post.masked_text[start : below.span.start].isspace()
