"""Skipped heading level.

Readers and screen readers use heading levels as an outline. A jump from `##` to `####` looks like a missing section.

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
from postlint.helpers.title import check_title_pattern, has_title


@dataclass(frozen=True, slots=True)
class Options:
    front_matter_title: bool | str = False
    """Count a `title` in the front matter, or a line of it that matches this pattern, as the level-1 heading."""

    def __post_init__(self) -> None:
        check_title_pattern(self.front_matter_title)


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
            yield Finding(f"heading level {heading.level} after level {level}, expected {level + 1}", heading.span)
        level = heading.level
