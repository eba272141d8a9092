"""Link to the local machine.

URLs with `localhost`, `127.0.0.1`, `file:` or a drive letter are copied from a preview or a file manager. They work
for the author, but not for readers. URLs in code are not links and are not reported.

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
_LOCAL_DISK = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
_FILE_LINK = re.compile(r"\]\(<?(file:[^\s)>]*)", re.IGNORECASE)
"""A link to a `file:` URL; parsers do not make it a link."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("link/local-host",))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    targets = [(link.target, link.span) for link in post.links]
    targets += [(image.target, image.span) for image in post.images]
    targets += [(match[1], Span(*match.span(1))) for match in _FILE_LINK.finditer(post.prose, post.body_start)]
    for target, span in targets:
        if match := _HOST.match(target):
            yield Finding(f"{quoted(match[0])} points to the local machine, expected a public URL", span)
        elif match := _LOCAL_DISK.match(target):
            yield Finding(f"{quoted(match[0])} points to the local disk, expected a URL on the site", span)
