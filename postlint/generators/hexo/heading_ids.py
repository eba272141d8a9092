"""The ids that Hexo gives headings: `slugize` of hexo-util, run."""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_IDS = re.compile(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'<>,.?/\u2013\u2014]+")


def slug(text: str) -> str | None:
    """Upper case stays, and Latin letters lose their accents; None for other Latin letters, which are unknown here.

    >>> slug("Foo Bar, C++: bàz"), slug("です"), slug("Straße")
    ('Foo-Bar-C-baz', 'です', None)
    """
    if not text.isascii():
        bases = [unicodedata.normalize("NFD", char)[0] if char.isalpha() else char for char in text]
        text = "".join(base if base.isascii() else char for base, char in zip(bases, text, strict=True))
        if any(unicodedata.name(char, "").startswith("LATIN") and not char.isascii() for char in text):
            return None
    return _NOT_IN_IDS.sub("-", text).strip("-")
