"""Multiple top-level headings.

A level-1 heading is the title of the page. Screen readers, search engines and tables of contents expect a single one;
sections begin at level 2.

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
from postlint.helpers.html import without_comments
from postlint.helpers.title import check_title_pattern, has_title

_DOCFX_TAB = re.compile(r"\[[^\[\]]*\]\(#tab/[^()]*\)")
_RELEASE = re.compile(r"\W*(?:(?:v|version|release)?\W*\d+[.-]\d|unreleased\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    level: int = 1
    """The top level."""
    front_matter_title: bool | str = False
    """Count a `title` in the front matter, or a line of it that matches this pattern, as the top-level heading."""
    report: Literal["pages", "always"] = "pages"
    """`pages`: skip slides (Marp, Slidev), and releases in a changelog without a title. `always`: every file."""

    def __post_init__(self) -> None:
        check_title_pattern(self.front_matter_title)


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD025", "single-title", "single-h1", "heading/several-h1"),
    strict={"front_matter_title": True},
    markdownlint={"front_matter_title": True, "report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    top = [
        heading
        for heading in post.headings
        if heading.level == options.level and not _DOCFX_TAB.fullmatch(heading.text)
    ]
    if not top:
        return
    if options.report == "pages" and len(top) > 1:
        if _is_deck(post) or post.generator.markdown.renumbers_headings:
            return
        if _RELEASE.match(top[0].plain):
            top = [top[0], *(heading for heading in top[1:] if not _RELEASE.match(heading.plain))]
    if has_title(post, options.front_matter_title):
        for heading in top:
            message = f"heading level {options.level} below a front matter title, expected {options.level + 1}"
            yield Finding(message, heading.span)
    elif len(top) > 1 and not without_comments(post.masked_text[post.body_start : top[0].span.start]).strip():
        message = f"multiple level-{options.level} headings, the first is on line {top[0].line}"
        for heading in top[1:]:
            yield Finding(message, heading.span)


def _is_deck(post: Post) -> bool:
    """Whether the parts between `---` are slides: with `marp: true`, or in `slides.md`, which Slidev reads."""
    return post.data.get("marp") is True or post.site_path.rpartition("/")[2] == "slides.md"
