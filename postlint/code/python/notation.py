"""Notation about code rather than code: cheat sheets, grammars, templates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lexer import tokens
from postlint.code.python.lines import is_code

_META = re.compile(
    r"^[ \t]*<[A-Za-z][\w/ \[\].-]*>[ \t]*(?:[.=\[(+*-]|$)|\[, \w+=|\{<\w+>|<\w+(?:/[\w ]+)+>"
    r"|^[ \t]*(?:from|import|except|raise|with)[ \t]+<\w|^[ \t]*<\w+>[ \t]*:",
    re.M,
)
_VALUE_ALONE = re.compile(r"[^\s=]+\(.*\)\s*|[{\[(\"'].*")
_TEMPLATE_LINE = re.compile(r"\s*\{[{%][^{}]*[}%]\}\s*")
_TEMPLATE = re.compile(r"\{[{%][^{}\n]*[}%]\}")


def is_notation(text: str) -> bool:
    """Whether names in angle brackets stand where Python has none."""
    return _META.search(text) is not None


def is_listing(lines: Sequence[str]) -> bool:
    """Whether every line is one expression with a comment that says what it does or gives."""
    code = [line for line in lines if is_code(line)]
    if len(code) < 2:
        return False
    for line in code:
        comment = next((token for token in tokens(line) if token.kind == "comment"), None)
        if comment is None or not _VALUE_ALONE.fullmatch(line[: comment.start].strip()):
            return False
    return True


def without_templates(lines: Sequence[str]) -> list[str]:
    """The lines with template tags as names, or as comments where they stand alone."""
    return ["#" if _TEMPLATE_LINE.fullmatch(line) else _TEMPLATE.sub("_ph", line) for line in lines]
