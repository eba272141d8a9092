"""A link leads to the author's own machine.

`localhost`, `127.0.0.1`, `file:` and drive letters are what a preview or a file manager shows while a post is
written. Readers get an error. Addresses in code are not links and are left alone.

~~~markdown bad 1 3
See [the preview](http://localhost:4000/coffee/).

![Cup](file:///home/me/cup.png)
~~~

~~~markdown good
See [the preview](https://example.org/coffee/), or open `http://localhost:4000`.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Finding, NoOptions, Post, Span, post_rule

_HOST = re.compile(
    r"(?:https?:)?//(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?=[:/?#]|\Z)|localhost:\d", re.IGNORECASE
)
_OWN_DISK = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
_FILE = re.compile(r"\]\(<?(file:[^\s)>]*)", re.IGNORECASE)
"""Parsers make no link of it."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("link/local-host",))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    targets = [(one.target, one.span) for one in post.links]
    targets += [(one.target, one.span) for one in post.images]
    targets += [(found[1], Span(*found.span(1))) for found in _FILE.finditer(post.prose, post.body_start)]
    for target, span in targets:
        if found := _HOST.match(target):
            yield Finding(f"{quoted(found[0])} is the reader's own machine, expected a public address", span)
        elif found := _OWN_DISK.match(target):
            yield Finding(f"{quoted(found[0])} is a place on one's own disk, expected an address on the site", span)
