"""Small questions about lines of code."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER_END = re.compile(r":\s*(#.*)?$")
_ELLIPSES = ("...", "…", "....")


def indent_of(line: str) -> int:
    """How deep a line begins, tabs to multiples of eight."""
    wide = line.expandtabs(8)
    return len(wide) - len(wide.lstrip())


def is_note(line: str) -> bool:
    """Whether a line is blank, a comment or a bare ellipsis: it says nothing of the indentation."""
    bare = line.strip()
    return not bare or bare[0] == "#" or bare in _ELLIPSES


def is_code(line: str) -> bool:
    """Whether a line holds more than a comment."""
    bare = line.lstrip()
    return bool(bare) and bare[0] != "#"


def code_lines(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that hold more than a comment."""
    return [number for number, line in enumerate(lines) if is_code(line)]


def first_code(lines: Sequence[str]) -> str:
    """The first line that holds more than a comment, or an empty one."""
    return next((line for line in lines if is_code(line)), "")


def ends_header(line: str) -> bool:
    """Whether a line ends in a colon, a comment after it apart."""
    return _HEADER_END.search(line) is not None


def dedented(lines: Sequence[str]) -> list[str]:
    """The lines without their common indentation; comments and ellipses left of the code do not count."""
    spaced = [_spaced(line) for line in lines]
    depths = [indent_of(line) for line in spaced if not is_note(line)]
    depths = depths or [indent_of(line) for line in spaced if line.strip()]
    depth = min(depths, default=0)
    if not depth:
        return list(lines)
    return [line[depth:] if not line[:depth].strip() else line.lstrip() for line in spaced]


def _spaced(line: str) -> str:
    return line.expandtabs(8) if "\t" in line[: len(line) - len(line.lstrip())] else line


def text_of(lines: Sequence[str]) -> str:
    """The lines as a text that ends in a line feed."""
    return "\n".join(lines) + "\n"
