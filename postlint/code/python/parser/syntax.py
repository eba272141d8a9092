"""What Python's own parser says of a text, in facts that hold on every supported version.

The text is parsed, never compiled, imported or run.
"""

from __future__ import annotations

import ast
import re
import sys
from enum import Enum
from typing import NamedTuple

from postlint.code.python.parser.newer import in_older_words

PARSE_LIMIT = 1_000_000
"""Characters: a longer block is not looked at."""
REPAIR_LIMIT = 100_000
"""Characters: a longer block is parsed once, and not judged if that fails."""

_LONG = 20_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEADER_LINE = re.compile(r" on line (\d+)$")
_PYTHON_2_EXCEPT = re.compile(r"^([ \t]*except[ \t]+(?:[\w.]+|\([^()\n]*\))[ \t]*),(?=[ \t]*[a-z_]\w*[ \t]*:)", re.M)
_FUTURE = re.compile(r"\bfrom[ \t]+__future__[ \t]+import\b")


class Kind(Enum):
    """What a complaint is about, as far as a repair may depend on it."""

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


class Complaint(NamedTuple):
    """A refusal: lines and columns count from 0."""

    kind: Kind
    line: int
    column: int
    message: str
    """The parser's own words."""
    header: int = 0
    """Of `BODY`, the line of the statement that lacks one."""


class Parser:
    """Parses one block's drafts, within a budget: a repair that goes on for too long is given up."""

    __slots__ = ("_known", "_left")

    def __init__(self, budget: int = 400_000) -> None:
        self._known: dict[str, Complaint | None] = {}
        self._left = budget

    @property
    def tired(self) -> bool:
        """Whether the budget is used up."""
        return self._left <= 0

    def complaint(self, text: str) -> Complaint | None:
        """What the newest Python has against a text, or None if it reads it."""
        if text in self._known:
            return self._known[text]
        self._left -= len(text) + 200
        if len(self._known) > 64:
            self._known.clear()
        found = self._known[text] = complaint(text)
        return found

    def reads(self, text: str) -> bool:
        """Whether the newest Python reads a text."""
        return self.complaint(text) is None


def complaint(text: str) -> Complaint | None:
    """What the newest supported Python has against a text, or None if it reads it; the same on every version."""
    text = readable(text)
    if len(text) > _LONG:
        # Python 3.11's time grows with the square of the number of an f-string's fields.
        text = in_older_words(text)
    found = refusal(text)
    if found and ("not a chance" in found.message or "future feature" in found.message):
        # Only Python 3.14's parser knows which future features there are.
        text = _FUTURE.sub("from _future__ import", text)
        found = refusal(text)
    if found is None:
        if sys.version_info < (3, 14) or not _PYTHON_2_EXCEPT.search(text):
            return None
        # Python 3.14 takes the name of the caught exception for one more class to catch.
        return refusal(_PYTHON_2_EXCEPT.sub(r"\1;", text))
    older = in_older_words(text)
    return found if older == text else refusal(older)


def readable(text: str) -> str:
    """The text, same length, without the characters that crash parsers; NUL is shown as U+FFFD by browsers too."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def refusal(text: str) -> Complaint | None:
    """What the running Python's parser has against a text."""
    try:
        ast.parse(text)
    except SyntaxError as error:
        return _read(error, text)
    except (RecursionError, MemoryError):
        return Complaint(Kind.TOO_DEEP, 0, 0, "too deeply nested")
    return None


def _read(error: SyntaxError, text: str) -> Complaint:
    message = error.msg or "invalid syntax"
    line = (error.lineno or 1) - 1
    column = (error.offset or 1) - 1
    lines = text.count("\n") + 1
    header = _HEADER_LINE.search(message)
    kind = next(kind for kind in Kind if kind.value in message)
    if "too many" in message and ("nested" in message or "indentation" in message):
        kind = Kind.TOO_DEEP
    return Complaint(kind, max(0, min(line, lines - 1)), max(0, column), message, int(header[1]) - 1 if header else 0)
