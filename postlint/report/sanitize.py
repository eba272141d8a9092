"""Make text from posts, paths and messages safe to print; all formats use this module.

A terminal obeys escape sequences wherever they come from, and directional overrides make a line look like another.
So characters that are invisible or have such effects are replaced by visible ones.
"""

from __future__ import annotations

import re

_INVISIBLE = (
    "\x00-\x08\x0a-\x1f\x7f-\x9f"  # control characters but the tab, which callers handle
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
# Joiners are needed in emoji and in several scripts; next to ASCII they only deceive.
_DECEPTIVE = re.compile(
    f"[{_INVISIBLE}]|(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f])|^[\u200c\u200d]|[\u200c\u200d]$"
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
    """A line of a post, or a part of it; tabs are kept.

    >>> excerpt("a\\x1b[31m\\tb")
    'a␛[31m\\tb'
    """
    return text if text.isascii() and text.isprintable() else _DECEPTIVE.sub(_visible, text)


def line(text: str) -> str:
    """A message or path on one line.

    >>> line("two\\nlines, \\u202eturned")
    'two␊lines, <U+202E>turned'
    """
    return excerpt(text).replace("\t", "\u2409")


def path(text: str) -> str:
    """A path at the start of a line; it cannot be mistaken for a workflow command.

    >>> path("::stop-commands::x.md")
    './::stop-commands::x.md'
    """
    safe = line(text)
    return f"./{safe}" if safe.lstrip().startswith(("::", "##[")) else safe


def diff(text: str) -> str:
    """A diff, line by line; a carriage return before a line feed is kept, so that the diff can be applied."""
    lines = text.split("\n")
    return "\n".join(excerpt(row[:-1]) + "\r" if row.endswith("\r") else excerpt(row) for row in lines)
