"""The ids that Zola gives headings: the crate `slug`, run."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = frozenset("\u00a0–—…“”‘’«»·•→±")
"""Characters outside of ASCII that become a hyphen (run); others are spelled out: `€` is `eur`."""
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str | None:
    """With `slugify.anchors = "on"`; None for characters that Zola spells out, such as letters and emoji.

    >>> slug("Héllo, World! C++"), slug("日本"), slug("🦀 news"), slug("Tea – hot")
    ('hello-world-c', None, None, 'tea-hot')
    """
    if any(not char.isascii() and char not in _SEPARATORS and not _is_latin(char) for char in text):
        return None
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _NOT_ALPHANUMERIC.sub("-", plain.lower()).strip("-")


def _is_latin(char: str) -> bool:
    """Whether a character is a Latin letter with accents, or an accent."""
    base = unicodedata.normalize("NFKD", char)
    return unicodedata.combining(char) > 0 or (base[0].isascii() and base[0].isalpha() and char.isalpha())
