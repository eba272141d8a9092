"""How messages show parts of a post: values in double quotes, syntax in backticks."""

from __future__ import annotations

_LONGEST = 60
"""Characters."""


def shortened(text: str) -> str:
    """Text on one line, cut where it is too long for a message.

    >>> shortened("a\\n  b"), shortened("x" * 100) == "x" * 59 + "…"
    ('a b', True)
    """
    if len(text) > 8 * _LONGEST:
        text = text[: 8 * _LONGEST]
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def quoted(text: str) -> str:
    """A value from the user's file in double quotes, on one line, shortened.

    >>> quoted("pyhton")
    '"pyhton"'
    """
    return f'"{shortened(text)}"'


def backticked(text: str) -> str:
    """Syntax, an option or a rule's name in backticks, on one line, shortened.

    >>> backticked("- ")
    '`-`'
    """
    return f"`{shortened(text)}`"
