"""Parse a text with Python's own parser and report the problem in terms that are the same on every version.

The text is parsed, never compiled, imported or run.
"""

from __future__ import annotations

import ast
import re
import sys
from enum import Enum
from typing import NamedTuple

from postlint.code.python.parser.newer_syntax import in_older_syntax

PARSE_LIMIT = 1_000_000
"""Characters. A longer block is not checked."""
REPAIR_LIMIT = 100_000
"""Characters. A longer block is parsed once, and not judged if that fails."""

_REWRITE_FIRST = 20_000
"""Characters. A longer text is rewritten in older syntax before it is parsed."""
_PARSE_COST = 200
"""What each parse costs in addition to its length, in characters of the budget."""
_REMEMBERED_TEXTS = 64
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEADER_LINE = re.compile(r" on line (\d+)$")
_PYTHON_2_EXCEPT = re.compile(r"^([ \t]*except[ \t]+(?:[\w.]+|\([^()\n]*\))[ \t]*),(?=[ \t]*[a-z_]\w*[ \t]*:)", re.M)
_FUTURE = re.compile(r"\bfrom[ \t]+__future__[ \t]+import\b")


class ProblemKind(Enum):
    """What a problem is about, as far as a repair depends on it. The values are parts of the messages of the parser."""

    INDENT = "unexpected indent"
    DEDENT = "unindent does not match"
    TABS = "inconsistent use of tabs"
    BODY = "expected an indented block"
    COLON = "expected ':'"
    OPEN_BRACKET = "was never closed"
    OPEN_TRY = "expected 'except' or 'finally'"
    OPEN_DOCSTRING = "unterminated triple-quoted"
    TOO_DEEP = "too deep"
    OTHER = ""


class SyntaxProblem(NamedTuple):
    """Why a text does not parse. Lines and columns count from 0."""

    kind: ProblemKind
    line: int
    column: int
    message: str
    """The parser's own message."""
    header: int = 0
    """The line of the statement without a body, if the kind is `BODY`."""


class Parser:
    """Parses the candidates of one block within a budget, so that a repair that takes too long is given up."""

    __slots__ = ("_known", "_left")

    def __init__(self, budget: int = 400_000) -> None:
        """`budget` is in characters."""
        self._known: dict[str, SyntaxProblem | None] = {}
        self._left = budget

    @property
    def budget_exhausted(self) -> bool:
        """Whether the budget is used up."""
        return self._left <= 0

    def problem(self, text: str) -> SyntaxProblem | None:
        """Why the newest supported Python does not parse a text, or None if it does."""
        if text in self._known:
            return self._known[text]
        self._left -= len(text) + _PARSE_COST
        if len(self._known) > _REMEMBERED_TEXTS:
            self._known.clear()
        problem = self._known[text] = syntax_problem(text)
        return problem

    def accepts(self, text: str) -> bool:
        """Whether the newest supported Python parses a text."""
        return self.problem(text) is None


def syntax_problem(text: str) -> SyntaxProblem | None:
    """Why the newest supported Python does not parse a text, or None if it does; the same on every version."""
    text = without_unparsable_characters(text)
    if len(text) > _REWRITE_FIRST:
        # On Python 3.11 the time grows with the square of the number of fields in an f-string.
        text = in_older_syntax(text)
    problem = _parse(text)
    if problem and ("not a chance" in problem.message or "future feature" in problem.message):
        # Only the parser of Python 3.14 checks the names of future features.
        text = _FUTURE.sub("from _future__ import", text)
        problem = _parse(text)
    if problem is None:
        if sys.version_info < (3, 14) or not _PYTHON_2_EXCEPT.search(text):
            return None
        # Python 3.14 parses Python 2's name of the caught exception as another class to catch.
        return _parse(_PYTHON_2_EXCEPT.sub(r"\1;", text))
    older = in_older_syntax(text)
    return problem if older == text else _parse(older)


def without_unparsable_characters(text: str) -> str:
    """Replace the characters that parsers cannot take by U+FFFD, as browsers do with NUL; the length stays."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _parse(text: str) -> SyntaxProblem | None:
    """Parse a text with the running Python, and return the problem if there is one."""
    try:
        ast.parse(text)
    except SyntaxError as error:
        return _problem_of(error, text)
    except (RecursionError, MemoryError):
        return SyntaxProblem(ProblemKind.TOO_DEEP, 0, 0, "too deeply nested")
    return None


def _problem_of(error: SyntaxError, text: str) -> SyntaxProblem:
    message = error.msg or "invalid syntax"
    line = (error.lineno or 1) - 1
    column = (error.offset or 1) - 1
    lines = text.count("\n") + 1
    header = _HEADER_LINE.search(message)
    kind = next(kind for kind in ProblemKind if kind.value in message)
    if "too many" in message and ("nested" in message or "indentation" in message):
        kind = ProblemKind.TOO_DEEP
    return SyntaxProblem(
        kind, max(0, min(line, lines - 1)), max(0, column), message, int(header[1]) - 1 if header else 0
    )
