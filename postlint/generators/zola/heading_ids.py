"""The ids that Zola gives headings: the crate `slug`, run."""

from __future__ import annotations

import re
import unicodedata

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str | None:
    """With `slugify.anchors = "on"`; None for letters that Zola transliterates, which is not implemented here.

    >>> slug("Héllo, World! C++"), slug("日本")
    ('hello-world-c', None)
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    if any(not char.isascii() and char.isalnum() for char in plain):
        return None
    return _NOT_ALPHANUMERIC.sub("-", plain.lower()).strip("-")
