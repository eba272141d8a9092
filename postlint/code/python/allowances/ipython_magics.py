"""IPython's extensions of Python: `%time x`, `%%time`, `!pip`, `x?`, `a = !ls`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import MAX_LINE_LENGTH

_PYTHON_CELLS = frozenset(
    ("time", "timeit", "capture", "prun", "mprun", "memit", "mem", "python", "python3", "px", "debug", "skip")
)
_CELL = re.compile(r"\s*%%(\w+)")
_STATEMENT = re.compile(r"(\s*)%(?:time|timeit|prun|memit|mprun|lprun)(?:\s+-[a-zA-Z]\s*\S*){0,8}\s+(?=\S)")
_ALONE = re.compile(r"\s*(?:%[A-Za-z]\w*(?:\s.*)?|!\s*[\w./$~{-].*|\?{1,2}[\w.]+|[\w.\[\]\"']+\?{1,2})\s*")
_ASSIGNED = re.compile(r"(\s*[\w., \t]+=\s*)[!%][A-Za-z]")
_OPERATOR = re.compile(r"%\s*\(")
_AUTOMAGIC = re.compile(r"(\s*)(?:timeit|time)\s+(?!import\b|=)(?=[\w(])")


def is_cell_of_other_language(lines: Sequence[str]) -> bool:
    """Whether a cell magic declares another language (`%%bash`, `%%cython`)."""
    return any(magic[1] not in _PYTHON_CELLS for line in lines if (magic := _CELL.match(line)))


def without_magics(lines: Sequence[str]) -> list[str]:
    """Replace magics by plain Python or comments."""
    return [_without_magic(line) if len(line) < MAX_LINE_LENGTH else line for line in lines]


def _without_magic(line: str) -> str:
    if match := _CELL.match(line):
        return line[: match.start(1) - 2] + "# " + line.strip()
    if match := _STATEMENT.match(line):
        return match[1] + line[match.end() :]
    if _ALONE.fullmatch(line):
        return line[: len(line) - len(line.lstrip())] + "pass # " + line.strip()
    if (match := _ASSIGNED.match(line)) and not _OPERATOR.search(line):
        return match[1] + "None"
    if match := _AUTOMAGIC.match(line):
        return match[1] + line[match.end() :]
    return line
