"""Helpers for lines of code: indentation, comments, headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER_END = re.compile(r":\s*(#.*)?$")
_ELLIPSES = ("...", "…", "....")
MAX_LINE_LENGTH = 2000
"""Characters. Expensive patterns are not tried on longer lines."""


def indent_of(line: str) -> int:
    """The indentation in columns, with tab stops of eight as in Python."""
    expanded = line.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())


def is_filler(line: str) -> bool:
    """Whether a line is blank, a comment or a bare ellipsis: its indentation does not matter."""
    bare = line.strip()
    return not bare or bare[0] == "#" or bare in _ELLIPSES


def is_code(line: str) -> bool:
    """Whether a line has code, not only a comment."""
    bare = line.lstrip()
    return bool(bare) and bare[0] != "#"


def code_lines(lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of the lines with code."""
    return [number for number, line in enumerate(lines) if is_code(line)]


def first_code(lines: Sequence[str]) -> str:
    """The first line with code, or an empty string."""
    return next((line for line in lines if is_code(line)), "")


def ends_header(line: str) -> bool:
    """Whether a line ends in a colon, perhaps followed by a comment."""
    return _HEADER_END.search(line) is not None


def dedented(lines: Sequence[str]) -> list[str]:
    """The lines without their common indentation; comments and ellipses left of the code are ignored."""
    expanded = [_with_spaces(line) for line in lines]
    depths = [indent_of(line) for line in expanded if not is_filler(line)]
    depths = depths or [indent_of(line) for line in expanded if line.strip()]
    depth = min(depths, default=0)
    if not depth:
        return list(lines)
    return [line[depth:] if not line[:depth].strip() else line.lstrip() for line in expanded]


def _with_spaces(line: str) -> str:
    return line.expandtabs(8) if "\t" in line[: len(line) - len(line.lstrip())] else line


def text_of(lines: Sequence[str]) -> str:
    """Join the lines to a text that ends in a line feed."""
    return "\n".join(lines) + "\n"
