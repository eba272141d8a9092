"""Values of strings and numbers."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<character>[^0-9ux\n\r\u2028\u2029]))")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}


def unescape(text: str) -> str | None:
    r"""The value of the content of a string or template; None for rare escapes (`\0`, `\x41`), and half a character.

    >>> unescape(r"it\'s \u00e9"), unescape(r"\x41")
    ("it's é", None)
    """
    if "\\" not in text:
        return text
    pieces: list[str] = []
    end = 0
    for escape in _ESCAPE.finditer(text):
        if "\\" in text[end : escape.start()]:
            return None
        character = escape["character"]
        pieces += text[end : escape.start()], _CONTROLS.get(character, character) or chr(int(escape["code"], 16))
        end = escape.end()
    if "\\" in text[end:]:
        return None
    try:
        return "".join([*pieces, text[end:]]).encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeError:
        return None


def number(text: str) -> int | float | None:
    """The value of a decimal number; None for others, such as `0xff`, `1n` and `017`.

    >>> number("10"), number("1.5e3"), number("017")
    (10, 1500.0, None)
    """
    if text[0] == "0" and text[1:2] not in ("", ".", "e", "E"):
        return None
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            pass
    return None
