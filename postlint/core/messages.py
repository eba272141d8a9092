"""Quote parts of a post in messages: values in double quotes, syntax in backticks."""

from __future__ import annotations

_MAX_LENGTH = 60
"""Code points."""


def shortened(text: str) -> str:
    """Put a text on one line and truncate it if it is too long for a message.

    >>> shortened("a\\n  b"), shortened("x" * 100) == "x" * 59 + "…"
    ('a b', True)
    """
    if len(text) > 8 * _MAX_LENGTH:
        text = text[: 8 * _MAX_LENGTH]
    line = " ".join(text.split())
    return line if len(line) <= _MAX_LENGTH else f"{line[: _MAX_LENGTH - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Put a value from the user's file in double quotes, on one line, shortened.

    >>> quoted("pyhton")
    '"pyhton"'
    """
    return f'"{shortened(text)}"'


def backticked(text: str) -> str:
    """Put syntax, an option or a rule name in backticks, on one line, shortened; in quotes if it has backticks.

    >>> backticked("- "), backticked("```")
    ('`-`', '"```"')
    """
    return quoted(text) if "`" in text else f"`{shortened(text)}`"
