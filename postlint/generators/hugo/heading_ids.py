"""The ids that Hugo gives headings: goldmark's `github`, run with Hugo 0.168."""

from __future__ import annotations

from postlint.generators.shared.slugs import kramdown


def goldmark(text: str) -> str:
    """Like kramdown's, but combining marks are dropped as well.

    >>> goldmark("a -- b... c's"), goldmark("कि")
    ('a--b-cs', 'क')
    """
    slug = kramdown(text)
    if slug.isascii():
        return slug
    return "".join(char for char in slug if char in "-_" or char.isalpha() or char.isdecimal())
