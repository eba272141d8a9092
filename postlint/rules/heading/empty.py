"""Empty heading.

It leaves a gap on the page, and screen readers announce a heading without text. Often it is a `#` comment from code
that lost its fence.

~~~markdown bad 3
## Setup

##

Run the installer.
~~~

~~~markdown good
## Setup

Run the installer.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for heading in post.headings:
        if not heading.text:
            yield Finding(f"level-{heading.level} heading without text", heading.span)
