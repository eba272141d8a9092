"""What the path of a post tells by convention: sections, languages, bundles."""

from __future__ import annotations

import re

BLOG_SECTIONS = frozenset({"post", "posts", "blog", "articles", "news"})
"""Folders that hold dated posts by convention, if the generator has no rule of its own."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")
_NUMBERS = re.compile(r"\d+\Z")


def stem(name: str) -> str:
    """A file name without its last suffix.

    >>> stem("index.de.md")
    'index.de'
    """
    return name.rpartition(".")[0] or name


def without_language(name: str) -> tuple[str, str]:
    """A name without suffix, split into the actual name and a language code.

    >>> without_language("index.de"), without_language("release-1.2")
    (('index', 'de'), ('release-1.2', ''))
    """
    head, _, tail = name.rpartition(".")
    return (head, tail) if head and _LANGUAGE.match(tail) else (name, "")


def is_language(folder: str) -> bool:
    """Whether a folder name may be a language code.

    >>> is_language("pt-br"), is_language("posts")
    (True, False)
    """
    return _LANGUAGE.match(folder) is not None


def language_of(path: str) -> str:
    """The language code in a file name, or of the folder below `content/`; empty if there is none.

    >>> language_of("content/posts/tea.de.md"), language_of("content/fr/tea.md"), language_of("posts/tea.md")
    ('de', 'fr', '')
    """
    folders, _, name = path.rpartition("/")
    parts = folders.split("/")
    folder = parts[1] if len(parts) > 1 and parts[0] == "content" and is_language(parts[1]) else ""
    return without_language(stem(name))[1] or folder


def in_blog_section(folders: list[str], name: str) -> bool:
    """Whether a page is in a blog section: directly, in folders that are numbers (years), or as the index of a bundle.

    A file beside the `index.md` of a bundle may be a part of that post, so deeper folders tell nothing.
    """
    if folders and is_language(folders[0]) and folders[0] not in BLOG_SECTIONS:
        folders = folders[1:]
    if not folders or folders[0].lower() not in BLOG_SECTIONS:
        return False
    rest = folders[1:]
    name = without_language(stem(name))[0]
    if name == "index":
        return bool(rest)
    return all(_NUMBERS.match(folder) for folder in rest)
