"""Whether lines are no Python at all: output, tables, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.code.python.lines import is_code
from postlint.code.python.parser.syntax import Parser

_LINES = 60
"""How many lines are looked at: a longer text of which none is Python is none."""

_HEADER = re.compile(r"(?:if|for|while|def|class|with|try|else|elif|except|finally|async)\b")
_CLAUSE = re.compile(r"(?:elif|else|except|finally)\b")
# Alone on a line, these may be output as well as code.
_LITERAL = re.compile(r"[\w.]+|[-+\d., ]+|'[^']*'|\"[^\"]*\"|[\[\](){}, ]+|[^\W\d]\w*\s*:\s*[-\w.\[\]'\", ]+")
_LIKE_CODE = re.compile(
    r"[\w.]+\s*(?:=|\(|\[)|@\w|(?:def|class|import|from|return|print|if|for|while|with|try|assert)\b"
)
# A call or an item, keywords that begin no sentence, a display that holds strings.
_SURELY_CODE = re.compile(
    r".*\w(?:\(|\[[\w\"':])|(?:async|await|elif|yield)\s+\w|(?:break|continue|pass|return)$|[\[({]+[\"'].*[,:]|\w+:\s*\w+\["
    r"|(?:class|def|from|import)\s+[\w.]+(?:\s+[\w.,]+){0,2}$"
)
_WORDS = re.compile(r"\w+(?:\s+\w+){2,}")
_CUT = re.compile(r"[\[({]\s*$|^[\])}]")
_NAMED_VALUE = re.compile(r"[A-Z][\w ]*: ")


def no_line_is_python(lines: Sequence[str], parser: Parser) -> bool:
    """Whether not one of the lines is, or resembles, Python on its own."""
    bare = [line.strip() for line in lines if is_code(line)][:_LINES]
    return bool(bare) and not _CUT.search(bare[0]) and not any(_is_python(line, parser) for line in bare)


def _is_python(line: str, parser: Parser) -> bool:
    whole = line + " pass" if line.endswith(":") and _HEADER.match(line) else line
    if found := _CLAUSE.match(whole):
        whole = ("if 1: pass\n" if found[0].startswith("el") else "try: pass\n") + whole
    if (
        not parser.tired
        and parser.reads(whole + "\n")
        and not _LITERAL.fullmatch(line)
        and not _NAMED_VALUE.match(line)
    ):
        return True
    if len(line) < 2000 and _SURELY_CODE.match(line):
        return True
    return _LIKE_CODE.match(line) is not None and not _WORDS.match(line)
