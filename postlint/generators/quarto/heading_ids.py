"""The ids that Pandoc, and so Quarto, gives headings: `auto_identifiers`, run with Pandoc 2.17."""

from __future__ import annotations

import re

from postlint.generators.shared.slugs import TYPOGRAPHY

_NOT_IN_IDS = re.compile(r"[^\w\s.-]")
_BEFORE_LETTER = re.compile(r"\A[^a-zA-Z\u00aa-\U0010ffff]+")


def pandoc(text: str) -> str:
    """The id of a heading; `section` if nothing is left of it.

    >>> pandoc("1. Foo.Bar & baz_1"), pandoc("123"), pandoc("Coffee -- hot")
    ('foo.bar-baz_1', 'section', 'coffee-hot')
    """
    slug = "-".join(_NOT_IN_IDS.sub("", TYPOGRAPHY.sub("", text)).lower().split())
    return _BEFORE_LETTER.sub("", slug) or "section"
