"""A page has more than one top-level heading.

A level-1 heading names the page. Screen readers, search engines and tables of contents expect one; sections begin
at level 2.

~~~markdown bad 5
# Brewing coffee

Grind the beans.

# Cleaning up

Rinse the pot.
~~~

~~~markdown good
# Brewing coffee

Grind the beans.

## Cleaning up

Rinse the pot.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, post_rule
from postlint.helpers.lines import without_comments
from postlint.helpers.title import check_pattern, has_title

_DOCFX_TAB = re.compile(r"\[[^\[\]]*\]\(#tab/[^()]*\)")
_RELEASE = re.compile(r"\W*(?:(?:v|version|release)?\W*\d+[.-]\d|unreleased\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    level: int = 1
    """The level that is the top one."""
    front_matter_title: bool | str = False
    """Take a `title` in the front matter, or a line that this pattern matches, as the top-level heading."""
    report: Literal["pages", "always"] = "pages"
    """`pages`: not the slides of Marp and Slidev, nor the releases of a changelog without a heading of its own."""

    def __post_init__(self) -> None:
        check_pattern(self.front_matter_title)


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD025", "single-title", "single-h1", "heading/several-h1"),
    strict={"front_matter_title": True},
    markdownlint={"front_matter_title": True, "report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    top = [one for one in post.headings if one.level == options.level and not _DOCFX_TAB.fullmatch(one.text)]
    if not top:
        return
    if options.report == "pages" and len(top) > 1:
        if _is_deck(post):
            return
        if _RELEASE.match(top[0].plain):
            top = [top[0], *(one for one in top[1:] if not _RELEASE.match(one.plain))]
    if has_title(post, options.front_matter_title):
        for heading in top:
            yield Finding(
                f"heading of level {options.level} beside the front matter's title, expected level {options.level + 1}",
                heading.span,
            )
    elif len(top) > 1 and not without_comments(post.masked_text[post.body_start : top[0].span.start]).strip():
        first = f"the page's heading is on line {top[0].line}"
        for heading in top[1:]:
            yield Finding(
                f"heading of level {options.level}, but {first}: expected level {options.level + 1}", heading.span
            )


def _is_deck(post: Post) -> bool:
    """Whether each part between `---` is a slide: Marp says so, and Slidev reads `slides.md`."""
    return post.data.get("marp") is True or post.site_path.rpartition("/")[2] == "slides.md"
