"""The ids that generators give headings, from a heading's plain text.

Each was run: https://github.com/Flet/github-slugger, kramdown-parser-gfm 1.1, goldmark's `github` in Hugo 0.168,
Python-Markdown's and pymdownx' `slugify`, the crate slug, hexo-util, Pandoc's auto_identifiers,
@mdit-vue/shared 3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from postlint.core.generator import Anchors

Slug = Callable[[str], str | None]
"""None where the id cannot be told."""

_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""The categories of characters that words are made of; fractions and raised numbers are not."""
_NOT_WORD = re.compile(r"[^\w\- ]")
_NOT_WORD_OR_SPACE = re.compile(r"[^\w\s-]")
_TYPOGRAPHY = re.compile(r"-{2,3}|\.{3}|<<|>>")
_HYPHENS = re.compile(r"[-\s]+")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_HEXO = re.compile(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'<>,.?/\u2013\u2014]+")
_VUE = re.compile(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'“”‘’<>,.?/]+")
_COMBINING = re.compile("[\u0300-\u036f]")
_PANDOC = re.compile(r"[^\w\s.-]")
_BEFORE_LETTER = re.compile(r"\A[^a-zA-Z\u00aa-\U0010ffff]+")


def anchors(*slugs: Slug, separator: str = "-") -> Anchors:
    """The ids of a page's headings by each of some algorithms; repeated ones are numbered after a separator.

    >>> anchors(github)(["Setup", "Setup", "C++ & Go"])
    ['setup', 'setup-1', 'c--go']
    """

    def ids(texts: Sequence[str]) -> list[str | None]:
        return [one for slug in slugs for one in _numbered([slug(text) for text in texts], separator)]

    return ids


def _numbered(slugs: Sequence[str | None], separator: str) -> list[str | None]:
    counts: dict[str, int] = {}
    found: list[str | None] = []
    for slug in slugs:
        one = slug
        if slug is not None:
            while one in counts:
                counts[slug] += 1
                one = f"{slug}{separator}{counts[slug]}"
            assert one is not None
            counts[one] = 0
        found.append(one)
    return found


def github(text: str) -> str:
    """GitHub, Astro, Docusaurus, Gatsby, MyST.

    >>> github("Héllo, World! code & C++ / foo_bar")
    'héllo-world-code--c--foo_bar'
    """
    text = text.lower()
    if text.isascii():
        return _NOT_WORD.sub("", text).replace(" ", "-")
    kept = (one for one in text if one in "- " or unicodedata.category(one) in _WORD)
    return "".join(kept).replace(" ", "-")


def kramdown(text: str) -> str:
    """Jekyll: dashes and ellipses are set as such first, and fall out with the quotes.

    >>> kramdown("a -- b... c's")
    'a--b-cs'
    """
    return github(_TYPOGRAPHY.sub("", text))


def goldmark(text: str) -> str:
    """Hugo: marks that combine fall out, too.

    >>> goldmark("a -- b... c's"), goldmark("कि")
    ('a--b-cs', 'क')
    """
    slug = kramdown(text)
    return slug if slug.isascii() else "".join(one for one in slug if one in "-_" or one.isalpha() or one.isdecimal())


def python_markdown(text: str) -> str:
    """Pelican, MkDocs, Nikola; numbered after `_`.

    >>> python_markdown("Héllo, World! code & C++ / foo_bar")
    'hello-world-code-c-foo_bar'
    """
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _HYPHENS.sub("-", _NOT_WORD_OR_SPACE.sub("", text).strip().lower())


def pymdownx(text: str) -> str:
    """MkDocs Material with `pymdownx.slugs.slugify(case="lower")`; numbered after `_`.

    >>> pymdownx("Über & C++")
    'über--c'
    """
    return _NOT_WORD.sub("", unicodedata.normalize("NFC", text)).strip().lower().replace(" ", "-")


def zola(text: str) -> str | None:
    """Zola with `slugify.anchors = "on"`; letters that ASCII does not have at all are transliterated: not known here.

    >>> zola("Héllo, World! C++"), zola("日本")
    ('hello-world-c', None)
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    if any(not one.isascii() and one.isalnum() for one in plain):
        return None
    return _NOT_ALPHANUMERIC.sub("-", plain.lower()).strip("-")


def hexo(text: str) -> str | None:
    """Hexo: upper case stays, Latin letters lose their accents; other Latin letters are not known here.

    >>> hexo("Foo Bar, C++: bàz"), hexo("です"), hexo("Straße")
    ('Foo-Bar-C-baz', 'です', None)
    """
    if not text.isascii():
        letters = [unicodedata.normalize("NFD", one)[0] if one.isalpha() else one for one in text]
        text = "".join(base if base.isascii() else one for base, one in zip(letters, text, strict=True))
        if any(unicodedata.name(one, "").startswith("LATIN") and not one.isascii() for one in text):
            return None
    return _HEXO.sub("-", text).strip("-")


def pandoc(text: str) -> str:
    """Pandoc, Quarto.

    >>> pandoc("1. Foo.Bar & baz_1"), pandoc("123"), pandoc("Coffee -- hot")
    ('foo.bar-baz_1', 'section', 'coffee-hot')
    """
    slug = "-".join(_PANDOC.sub("", _TYPOGRAPHY.sub("", text)).lower().split())
    return _BEFORE_LETTER.sub("", slug) or "section"


def vue(text: str) -> str:
    """VitePress and VuePress.

    >>> vue("What's new in 1.2?"), vue("1. Crème & foo_bar")
    ('what-s-new-in-1-2', '_1-creme-foo-bar')
    """
    text = unicodedata.normalize("NFC", _COMBINING.sub("", unicodedata.normalize("NFKD", text)))
    slug = _VUE.sub("-", text).strip("-").lower()
    return f"_{slug}" if "0" <= slug[:1] <= "9" else slug
