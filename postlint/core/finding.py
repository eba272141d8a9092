"""What is wrong, in a rule's words (Finding) and in the engine's (Diagnostic).

These are made by the ten thousand: as named tuples, in a third of the time that frozen dataclasses take.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from postlint.core.text import Edit, Position, Span

_WORDS = ("", "info", "warning", "error")


class Severity(IntEnum):
    """How bad: `error` where the page comes out wrong, data is lost or the build fails."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return _WORDS[self]


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


class Fix(NamedTuple):
    """A mend: all of the edits or none."""

    title: str
    """What it does, imperative, with a capital, as an editor's menu shows it."""
    edits: tuple[Edit, ...]
    safe: bool = True
    """Whether it may be applied without asking."""


class Finding(NamedTuple):
    """A rule's words: it knows neither its rule nor its file."""

    message: str
    """What is there and what was expected: lower case start, no full stop."""
    span: Span
    fix: Fix | None = None
    severity: Severity | None = None
    """Only where this one is worse or milder than the rule's others."""


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """A site rule's words: it names the post that it is about."""

    path: str
    message: str
    span: Span
    severity: Severity | None = None


class DiagnosticEdit(NamedTuple):
    """An edit by line and column, for those who do not have the text."""

    start: Position
    end: Position
    text: str


class DiagnosticFix(NamedTuple):
    """A fix by line and column."""

    title: str
    safe: bool
    edits: tuple[DiagnosticEdit, ...]


class Excerpt(NamedTuple):
    """The lines around a finding, for showing."""

    first_line: int
    """The number of the first of the lines."""
    lines: tuple[str, ...]
    language: str
    """A Pygments lexer's name: `markdown`, or what the front matter or code block is written in."""


class Diagnostic(NamedTuple):
    """The engine's words: signed, placed, weighed; complete at birth."""

    path: str
    start: Position
    end: Position
    rule: str
    aliases: tuple[str, ...]
    severity: Severity
    message: str
    fix: DiagnosticFix | None = None
    excerpt: Excerpt | None = None


ORDER = attrgetter("path", "start", "rule", "message")
"""Findings come sorted by path, line, column, rule."""
