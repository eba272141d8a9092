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
from postlint.helpers.title import check_pattern, has_title


@dataclass(frozen=True, slots=True)
class Options:
    front_matter_title: bool | str = False
    """Take a `title` in the front matter, or a line that this pattern matches, as the level-1 heading."""

    def __post_init__(self) -> None:
        check_pattern(self.front_matter_title)


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD001", "heading-increment"),
    strict={"front_matter_title": True},
    markdownlint={"front_matter_title": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    level = 6
    if post.headings and post.headings[0].level > 2 and has_title(post, options.front_matter_title):
        level = 1
    for heading in post.headings:
        if heading.level > level + 1:
            yield Finding(
                f"heading of level {heading.level} after one of level {level}, expected level {level + 1}", heading.span
            )
        level = heading.level
