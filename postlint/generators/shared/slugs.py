"""The ids that generators give headings, from the plain text of a heading.

Each was run: https://github.com/Flet/github-slugger, kramdown-parser-gfm 1.1, Python-Markdown's and pymdownx's
`slugify`, @mdit-vue/shared 3. Ids that only one generator gives are in its own package.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from postlint.core.generator.markdown import HeadingIds

Slug = Callable[[str], str | None]
"""None if the id is unknown."""

_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""The Unicode categories of characters in words; fractions and superscripts are not."""
_NOT_WORD = re.compile(r"[^\w\- ]")
_NOT_WORD_OR_SPACE = re.compile(r"[^\w\s-]")
TYPOGRAPHY = re.compile(r"-{2,3}|\.{3}|<<|>>")
"""What is typeset as dashes, ellipses and quotes."""
_HYPHENS = re.compile(r"[-\s]+")
_VUE = re.compile(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'“”‘’<>,.?/]+")
_COMBINING = re.compile("[\u0300-\u036f]")


def heading_ids(*slugs: Slug, separator: str = "-") -> HeadingIds:
    """The ids of a page's headings by each of several algorithms; repeated ones get a number after a separator.

    >>> heading_ids(github)(["Setup", "Setup", "C++ & Go"])
    ['setup', 'setup-1', 'c--go']
    """

    def ids(texts: Sequence[str]) -> list[str | None]:
        return [id_ for slug in slugs for id_ in _numbered([slug(text) for text in texts], separator)]

    return ids


def _numbered(slugs: Sequence[str | None], separator: str) -> list[str | None]:
    counts: dict[str, int] = {}
    ids: list[str | None] = []
    for slug in slugs:
        id_ = slug
        if slug is not None:
            while id_ in counts:
                counts[slug] += 1
                id_ = f"{slug}{separator}{counts[slug]}"
            assert id_ is not None
            counts[id_] = 0
        ids.append(id_)
    return ids


def github(text: str) -> str:
    """GitHub, Astro, Docusaurus, Gatsby, MyST.

    >>> github("Héllo, World! code & C++ / foo_bar")
    'héllo-world-code--c--foo_bar'
    """
    text = text.lower()
    if text.isascii():
        return _NOT_WORD.sub("", text).replace(" ", "-")
    kept = (character for character in text if character in "- " or unicodedata.category(character) in _WORD)
    return "".join(kept).replace(" ", "-")


def kramdown(text: str) -> str:
    """Jekyll: dashes and ellipses are typeset first, and then dropped like quotes.

    >>> kramdown("a -- b... c's")
    'a--b-cs'
    """
    return github(TYPOGRAPHY.sub("", text))


def python_markdown(text: str) -> str:
    """Pelican, MkDocs, Nikola; numbered after `_`.

    >>> python_markdown("Héllo, World! code & C++ / foo_bar")
    'hello-world-code-c-foo_bar'
    """
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _HYPHENS.sub("-", _NOT_WORD_OR_SPACE.sub("", text).strip().lower())


def pymdownx(text: str) -> str:
    """MkDocs with `pymdownx.slugs.slugify(case="lower")`; numbered after `_`.

    >>> pymdownx("Über & C++")
    'über--c'
    """
    return _NOT_WORD.sub("", unicodedata.normalize("NFC", text)).strip().lower().replace(" ", "-")


def vue(text: str, *, keep_case: bool = False, keep_hyphens: bool = False) -> str:
    """VitePress and VuePress; sites that copy their `slugify` often leave out the last steps.

    >>> vue("What's new in 1.2?"), vue("1. Crème & foo_bar")
    ('what-s-new-in-1-2', '_1-creme-foo-bar')
    >>> vue("Tests (Vue 2)", keep_case=True, keep_hyphens=True)
    'Tests-Vue-2-'
    """
    text = unicodedata.normalize("NFC", _COMBINING.sub("", unicodedata.normalize("NFKD", text)))
    slug = _VUE.sub("-", text)
    slug = slug if keep_hyphens else slug.strip("-")
    slug = slug if keep_case else slug.lower()
    return f"_{slug}" if "0" <= slug[:1] <= "9" else slug
