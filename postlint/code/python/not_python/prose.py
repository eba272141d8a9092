"""Recognize prose, tables and program output: text of which no line is Python."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import MAX_LINE_LENGTH, is_code
from postlint.code.python.parser.parser import Parser

_MAX_LINES = 60
"""The number of lines to check. If none of them is Python, neither is the rest."""

_HEADER = re.compile(r"(?:if|for|while|def|class|with|try|else|elif|except|finally|async)\b")
_CLAUSE = re.compile(r"(?:elif|else|except|finally)\b")
# Alone on a line, these may be program output as well as code.
_LITERAL = re.compile(r"[\w.]+|[-+\d., ]+|'[^']*'|\"[^\"]*\"|[\[\](){}, ]+|[^\W\d]\w*\s*:\s*[-\w.\[\]'\", ]+")
_LIKE_CODE = re.compile(
    r"[\w.]+\s*(?:=|\(|\[)|@\w|(?:def|class|import|from|return|print|if|for|while|with|try|assert)\b"
)
# A call or an item, keywords that do not start a sentence, a list or dictionary of strings.
_SURELY_CODE = re.compile(
    r".*\w(?:\(|\[[\w\"':])|(?:async|await|elif|yield)\s+\w|(?:break|continue|pass|return)$|[\[({]+[\"'].*[,:]|\w+:\s*\w+\["
    r"|(?:class|def|from|import)\s+[\w.]+(?:\s+[\w.,]+){0,2}$"
)
_WORDS = re.compile(r"\w+(?:\s+\w+){2,}")
_CUT = re.compile(r"[\[({]\s*$|^[\])}]")
_NAMED_VALUE = re.compile(r"[A-Z][\w ]*: ")


def no_line_is_python(lines: Sequence[str], parser: Parser) -> bool:
    """Whether none of the lines is Python on its own, or resembles it."""
    bare = [line.strip() for line in lines if is_code(line)][:_MAX_LINES]
    return bool(bare) and not _CUT.search(bare[0]) and not any(_is_python(line, parser) for line in bare)


def _is_python(line: str, parser: Parser) -> bool:
    statement = line + " pass" if line.endswith(":") and _HEADER.match(line) else line
    if clause := _CLAUSE.match(statement):
        statement = ("if 1: pass\n" if clause[0].startswith("el") else "try: pass\n") + statement
    if (
        not parser.budget_exhausted
        and parser.accepts(statement + "\n")
        and not _LITERAL.fullmatch(line)
        and not _NAMED_VALUE.match(line)
    ):
        return True
    if len(line) < MAX_LINE_LENGTH and _SURELY_CODE.match(line):
        return True
    return _LIKE_CODE.match(line) is not None and not _WORDS.match(line)
