"""A JSON Schema as text."""

from __future__ import annotations

import json
from typing import Any


def schema_text(document: Any, *, ascii_only: bool = False) -> str:
    """Indented JSON that ends in a line feed; unprintable characters are escaped, or all but ASCII."""
    text = json.dumps(document, indent=2, ensure_ascii=ascii_only)
    if text.isascii():
        return text + "\n"
    return "".join(char if char == "\n" or char.isprintable() else json.dumps(char)[1:-1] for char in text) + "\n"
