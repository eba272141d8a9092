"""Whether a post's front matter gives its page a title."""

from __future__ import annotations

import re

from postlint.core.post import Post

_SECONDS = 0.2
_TITLE = re.compile(r"^(?:\.\.)?[^\S\n]*\"?title\"?[^\S\n]*[:=]", re.MULTILINE | re.IGNORECASE)


def has_title(post: Post, wanted: bool | str) -> bool:
    """Whether a line of the front matter sets a `title`, or matches the pattern given in its place."""
    if not wanted or post.front_matter is None:
        return False
    content = post.source[post.front_matter.content]
    if wanted is True:
        return _TITLE.search(content) is not None
    import regex  # only for patterns of users: unlike `re`, it keeps a time limit

    pattern = regex.compile(wanted, regex.IGNORECASE)
    try:
        return any(pattern.search(line, timeout=_SECONDS) for line in content.split("\n"))
    except TimeoutError:
        return False


def check_pattern(wanted: bool | str) -> None:
    """Raises ValueError if a pattern is none."""
    if isinstance(wanted, str):
        import regex

        try:
            regex.compile(wanted)
        except regex.error as error:
            raise ValueError(f"front-matter-title '{wanted}' is no pattern: {error}") from error
