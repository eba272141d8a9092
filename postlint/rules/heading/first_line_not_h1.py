"""A file does not begin with its title as a level-1 heading.

Where no front matter gives the title, the first heading has to. A `title` in the front matter is enough.

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
from postlint.helpers.lines import is_comment
from postlint.helpers.title import check_pattern, has_title

_SHOWN = re.compile(r"\S")
_TAG = re.compile(r"<h([1-6])(?=[\s/>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    level: int = 1
    """The level that the first heading has."""
    allow_preamble: bool = False
    """Allow text above the first heading."""
    front_matter_title: bool | str = True
    """Take a `title` in the front matter, or a line that this pattern matches, as the heading."""

    def __post_init__(self) -> None:
        check_pattern(self.front_matter_title)


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD041", "first-line-heading", "first-line-h1"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    if has_title(post, options.front_matter_title):
        return
    levels = {one.line: one.level for one in post.headings if not one.container}
    comments: dict[int, int] = {}
    for block in post.body.blocks:
        if block.kind == "html" and not block.container:
            if found := _TAG.match(text, block.span.start):
                levels[block.line] = int(found[1])
            elif is_comment(post.source[block.span]):
                comments[block.line] = block.last_line
    line = min(levels, default=None) if options.allow_preamble else _first_line(text, post, comments)
    if line is not None and levels.get(line) != options.level:
        found_level = f"heading of level {levels[line]}" if line in levels else "text"
        span = post.source.line(line)
        yield Finding(f"the file begins with {found_level}, expected a heading of level {options.level}", span)


def _first_line(text: str, post: Post, comments: dict[int, int]) -> int | None:
    """The first line that shows something."""
    at = post.body_start
    while shown := _SHOWN.search(text, at):
        line = post.source.line_number(shown.start())
        if line not in comments:
            return line
        at = post.source.line(comments[line]).end
    return None
