"""What loading a block's text yields, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.text import Span

DEPTH_LIMIT = 100


class Duplicate(NamedTuple):
    """One key twice in one map."""

    key: str
    first: Span
    again: Span


class Loaded(NamedTuple):
    """Data with places. Where `error` says why there is none, or the text is a template, it is not readable."""

    data: Mapping[str, Any]
    spans: Mapping[KeyPath, EntrySpans]
    duplicates: Sequence[Duplicate] = ()
    error: Broken | None = None
    readable: bool = True


class Broken(Exception):
    """The text does not parse: why, in an author's words, and the span to blame."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def unreadable(error: Broken | None = None, duplicates: Sequence[Duplicate] = ()) -> Loaded:
    """No data, and the reason; without a reason the text is a template."""
    return Loaded({}, {}, duplicates, error, readable=False)


def too_deep(span: Span) -> Broken:
    """The nesting goes past what is read."""
    return Broken(f"nesting deeper than {DEPTH_LIMIT} levels", span)


def line_at(text: str, offset: int) -> Span:
    """The line that holds an offset, without its end and the blanks around it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    stripped = line.strip()
    start += len(line) - len(line.lstrip()) if stripped else 0
    return Span(start, start + len(stripped))


def moved(span: Span, offset: int) -> Span:
    """The span further on by an offset."""
    return Span(span.start + offset, span.end + offset)


def holds(data: Any, path: KeyPath) -> bool:
    """Whether the data has something at a path."""
    for step in path:
        if isinstance(data, dict):
            if step not in data:
                return False
        elif not (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            return False
        data = data[step]
    return True
