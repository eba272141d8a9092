"""What the generators' modules share: looking at a post's path and at the dates in names and values."""

from __future__ import annotations

import re
from datetime import date

BLOG_SECTIONS = frozenset({"post", "posts", "blog", "articles", "news"})
"""Folders that hold dated posts by convention, where a generator has no rule of its own."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")
_NUMBERS = re.compile(r"\d+\Z")


def stem(name: str) -> str:
    """A file's name without its last suffix.

    >>> stem("index.de.md")
    'index.de'
    """
    return name.rpartition(".")[0] or name


def without_language(name: str) -> tuple[str, str]:
    """A name without suffix, parted into the name proper and a language code.

    >>> without_language("index.de"), without_language("release-1.2")
    (('index', 'de'), ('release-1.2', ''))
    """
    head, _, tail = name.rpartition(".")
    return (head, tail) if head and _LANGUAGE.match(tail) else (name, "")


def is_language(folder: str) -> bool:
    """Whether a folder's name may be a language's code.

    >>> is_language("pt-br"), is_language("posts")
    (True, False)
    """
    return _LANGUAGE.match(folder) is not None


def in_blog_section(folders: list[str], name: str) -> bool:
    """Whether a page lies in a blog section: directly, below folders that are numbers (years), or as a bundle's index.

    A file beside the `index.md` of a bundle may be a part of that post, so that other depths tell nothing.
    """
    if folders and is_language(folders[0]) and folders[0] not in BLOG_SECTIONS:
        folders = folders[1:]
    if not folders or folders[0].lower() not in BLOG_SECTIONS:
        return False
    rest = folders[1:]
    proper = without_language(stem(name))[0]
    if proper == "index":
        return bool(rest)
    return all(_NUMBERS.match(folder) for folder in rest)


def day(year: str | int, month: str | int, day_of_month: str | int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
