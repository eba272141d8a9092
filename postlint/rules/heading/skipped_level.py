"""A heading skips a level.

Readers and screen readers take the levels as an outline. A jump from `##` to
`####` says that a section is missing.

~~~markdown bad 3
## Setup

#### Windows
~~~

~~~markdown good
## Setup

### Windows
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    title_counts: bool = False
    """Take a `title` in the front matter as the level-1 heading, so that the body begins at level 2."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD001", "heading-increment"),
    markdownlint={"title_counts": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    level = 1 if options.title_counts and "title" in post.data else 6
    for heading in post.headings:
        if heading.level > level + 1:
            yield Finding(
                f"heading of level {heading.level} after one of level {level}, expected level {level + 1}", heading.span
            )
        level = heading.level
