"""Errors in a text of data, and the messages that all formats share."""

from __future__ import annotations

import re
from typing import Final

from postlint.core.text import Span

DEPTH_LIMIT: Final = 100
"""Levels of nesting."""
UNCLOSED_QUOTE: Final = "unclosed quote, expected the same quote at the end of the string"

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?:[ \t][^\n]*)?$", re.MULTILINE)


class DataSyntaxError(Exception):
    """A text that is not in its format: a message for its author, and the span to report."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span

    def moved(self, offset: int) -> DataSyntaxError:
        """The same error, further on by an offset."""
        return type(self)(self.message, moved(self.span, offset))


class DataStructureError(DataSyntaxError):
    """A text in its format whose data is not read: not a mapping, nested too deeply, too large."""


def too_deep(span: Span) -> DataStructureError:
    """The error for nesting deeper than what is read."""
    return DataStructureError(f"nested more than {DEPTH_LIMIT} levels deep", span)


def line_at(text: str, offset: int) -> Span:
    """The line that holds an offset, without its end and the whitespace around it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    stripped = line.strip()
    start += len(line) - len(line.lstrip()) if stripped else 0
    return Span(start, start + len(stripped))


def moved(span: Span, offset: int) -> Span:
    """The span further on by an offset."""
    return Span(span.start + offset, span.end + offset)


def merge_conflict(text: str) -> DataSyntaxError | None:
    """The error for the first marker of a merge conflict that was not resolved."""
    if match := _CONFLICT.search(text):
        return DataSyntaxError("merge conflict marker, expected one side of the conflict", Span(*match.span()))
    return None
