"""Columns on a line of Markdown, where a tab reaches to the next tab stop."""

from __future__ import annotations

TAB_STOP = 4
"""Columns between tab stops (CommonMark 2.2)."""
CODE_INDENT = 4
"""Columns of indentation from which a line is indented code (CommonMark 4.4)."""


def column(text: str, line_start: int, offset: int) -> int:
    """The column, from 0, of an offset on the line that starts at `line_start`.

    An offset past the end of the text counts on from there.

    >>> column("a\\tb", 0, 1), column("a\\tb", 0, 2), column("a", 0, 2)
    (1, 4, 2)
    """
    return len(text[line_start:offset].expandtabs(TAB_STOP)) + max(0, offset - len(text))
