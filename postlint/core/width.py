"""The display width of text in columns of a monospaced font."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def display_width(text: str) -> int:
    """The number of columns that a text takes in an editor: two for wide characters and emoji.

    >>> display_width("abc"), display_width("日本"), display_width("e\u0301"), display_width("✔️"), display_width("👩‍💻")
    (3, 4, 1, 2, 2)
    """
    if text.isascii():
        return len(text)
    width, joined, narrow, region = 0, False, False, False
    for character in text:
        if character == _EMOJI_STYLE:
            width += narrow
            narrow = False
        elif character == _JOINER:
            joined = True
        elif unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc") or "\U0001f3fb" <= character <= "\U0001f3ff":
            continue
        elif joined:
            joined = False
        elif "\U0001f1e6" <= character <= "\U0001f1ff":  # two letters make a flag
            width += 0 if region else 2
            region = not region
            continue
        else:
            wide = unicodedata.east_asian_width(character) in "WF"
            width += 1 + wide
            narrow = not wide and unicodedata.category(character) in ("So", "Sm", "Po", "Nd")
        region = False
    return width
