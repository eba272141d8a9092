"""Make text from posts, paths and messages safe to print: the one place that does.

A terminal obeys escape sequences wherever they come from, and directional overrides make a line read
as what it is not. So whatever is not there to be seen becomes visible.
"""

from __future__ import annotations

import re

_UNSEEN = (
    "\x00-\x08\x0a-\x1f\x7f-\x9f"  # controls; the tab is left to the caller
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
# Joiners belong to emoji and to several scripts; beside ASCII they only hide.
_DECEPTIVE = re.compile(
    f"[{_UNSEEN}]|(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f])|^[\u200c\u200d]|[\u200c\u200d]$"
)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0:
        return f"\\x{code:02x}"
    return f"<U+{code:04X}>"


def excerpt(text: str) -> str:
    """A line (or a part of one) of a post; tabs stay.

    >>> excerpt("a\\x1b[31m\\tb")
    'a␛[31m\\tb'
    """
    return text if text.isascii() and text.isprintable() else _DECEPTIVE.sub(_visible, text)


def line(text: str) -> str:
    """A message or path on one line, whatever it holds.

    >>> line("two\\nlines, \\u202eturned")
    'two␊lines, <U+202E>turned'
    """
    return excerpt(text).replace("\t", "\u2409")


def path(text: str) -> str:
    """A path at the start of a line, where it must not read as a workflow command.

    >>> path("::stop-commands::x.md")
    './::stop-commands::x.md'
    """
    shown = line(text)
    return f"./{shown}" if shown.lstrip().startswith(("::", "##[")) else shown


def diff(text: str) -> str:
    """A diff, line by line; a carriage return before a line feed stays, so that it still applies."""
    return "\n".join(excerpt(one[:-1]) + "\r" if one.endswith("\r") else excerpt(one) for one in text.split("\n"))
