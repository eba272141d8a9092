"""Whether a post's front matter gives its page a title."""

from __future__ import annotations

import re

from postlint.core.post import Post
from postlint.helpers.patterns import check_pattern, matches

_TITLE = re.compile(r"^(?:\.\.)?[^\S\n]*\"?title\"?[^\S\n]*[:=]", re.MULTILINE | re.IGNORECASE)


def has_title(post: Post, front_matter_title: bool | str) -> bool:
    """Whether a line of the front matter sets a `title`, or matches the pattern given instead; False for False."""
    if not front_matter_title or post.front_matter is None:
        return False
    content = post.source[post.front_matter.content]
    if front_matter_title is True:
        return _TITLE.search(content) is not None
    return matches(front_matter_title, *content.split("\n"), ignore_case=True)


def check_title_pattern(front_matter_title: bool | str) -> None:
    """Raise ValueError if the option `front-matter-title` is a pattern and not a valid regular expression."""
    if isinstance(front_matter_title, str):
        check_pattern(front_matter_title, "front-matter-title")
