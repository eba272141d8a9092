"""First line that is not a level-1 heading.

Without a `title` in the front matter, which is enough, the first heading has to give the page its title.

~~~markdown bad 1
Today I ground coffee.

# Brewing
~~~

~~~markdown good
# Brewing

Today I ground coffee.
~~~

~~~markdown good
---
title: Brewing
---

Today I ground coffee.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import OPT_IN, WARNING, Finding, Post, post_rule
from postlint.helpers.html import is_comment
from postlint.helpers.title import check_title_pattern, has_title

_NOT_SPACE = re.compile(r"\S")
_HEADING_TAG = re.compile(r"<h(?P<level>[1-6])(?=[\s/>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    level: int = 1
    """The level of the first heading."""
    allow_preamble: bool = False
    """Allow text above the first heading."""
    front_matter_title: bool | str = True
    """Count a `title` in the front matter, or a line of it that matches this pattern, as the heading."""

    def __post_init__(self) -> None:
        check_title_pattern(self.front_matter_title)


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD041", "first-line-heading", "first-line-h1"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    if has_title(post, options.front_matter_title):
        return
    levels = {heading.line: heading.level for heading in post.headings if not heading.container}
    comments: dict[int, int] = {}
    for block in post.body.blocks:
        if block.kind == "html" and not block.container:
            if tag := _HEADING_TAG.match(text, block.span.start):
                levels[block.line] = int(tag["level"])
            elif is_comment(post.source[block.span]):
                comments[block.line] = block.last_line
    line = min(levels, default=None) if options.allow_preamble else _first_line(text, post, comments)
    if line is not None and levels.get(line) != options.level:
        start = f"heading level {levels[line]}" if line in levels else "text"
        message = f"file begins with {start}, expected heading level {options.level}"
        yield Finding(message, post.source.line(line))


def _first_line(text: str, post: Post, comments: dict[int, int]) -> int | None:
    """The first line, from 1, that is neither blank nor a comment."""
    at = post.body_start
    while match := _NOT_SPACE.search(text, at):
        line = post.source.line_number(match.start())
        if line not in comments:
            return line
        at = post.source.line(comments[line]).end
    return None
