"""How messages show what a post says."""

from __future__ import annotations

_LONGEST = 60


def shortened(text: str) -> str:
    """A text on one line, cut where it is too long for a message.

    >>> shortened("a\\n  b"), shortened("x" * 100) == "x" * 59 + "…"
    ('a b', True)
    """
    if len(text) > 8 * _LONGEST:
        text = text[: 8 * _LONGEST]
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def quoted(text: str) -> str:
    """A text as messages quote it: in backticks, on one line, no longer than people read.

    >>> quoted("pyhton")
    '`pyhton`'
    """
    return f"`{shortened(text)}`"
