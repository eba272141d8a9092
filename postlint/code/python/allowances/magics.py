"""IPython's additions to Python: `%time x`, `%%time`, `!pip`, `x?`, `a = !ls`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PYTHON_CELLS = frozenset(
    ("time", "timeit", "capture", "prun", "mprun", "memit", "mem", "python", "python3", "px", "debug", "skip")
)
_CELL = re.compile(r"\s*%%(\w+)")
_STATEMENT = re.compile(r"(\s*)%(?:time|timeit|prun|memit|mprun|lprun)(?:\s+-[a-zA-Z]\s*\S*){0,8}\s+(?=\S)")
_ALONE = re.compile(r"\s*(?:%[A-Za-z]\w*(?:\s.*)?|!\s*[\w./$~{-].*|\?{1,2}[\w.]+|[\w.\[\]\"']+\?{1,2})\s*")
_ASSIGNED = re.compile(r"(\s*[\w., \t]+=\s*)[!%][A-Za-z]")
_OPERATOR = re.compile(r"%\s*\(")
_AUTOMAGIC = re.compile(r"(\s*)(?:timeit|time)\s+(?!import\b|=)(?=[\w(])")


def is_foreign_cell(lines: Sequence[str]) -> bool:
    """Whether a cell magic says that the block is another language (`%%bash`, `%%cython`)."""
    return any(found[1] not in _PYTHON_CELLS for line in lines if (found := _CELL.match(line)))


def without_magics(lines: Sequence[str]) -> list[str]:
    """The lines with magics as plain Python or comments."""
    return [_plain(line) if len(line) < 2000 else line for line in lines]


def _plain(line: str) -> str:
    if found := _CELL.match(line):
        return line[: found.start(1) - 2] + "# " + line.strip()
    if found := _STATEMENT.match(line):
        return found[1] + line[found.end() :]
    if _ALONE.fullmatch(line):
        return line[: len(line) - len(line.lstrip())] + "pass # " + line.strip()
    if (found := _ASSIGNED.match(line)) and not _OPERATOR.search(line):
        return found[1] + "None"
    if found := _AUTOMAGIC.match(line):
        return found[1] + line[found.end() :]
    return line
