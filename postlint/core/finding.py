"""What is wrong: as a rule reports it (`Finding`), and complete, as it is printed (`Diagnostic`).

Thousands are created per run: named tuples take a third of the time of frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from postlint.core.text import Edit, Position, Span

_NAMES = ("", "info", "warning", "error")


class Severity(IntEnum):
    """How bad a finding is. `error`: the page is rendered wrong, data is lost or the build fails."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return _NAMES[self]


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


class Fix(NamedTuple):
    """A fix: either all of its edits are applied or none."""

    title: str
    """What it does, for an editor's menu: imperative, in sentence case."""
    edits: tuple[Edit, ...]
    safe: bool = True
    """Whether it may be applied without review."""


class Finding(NamedTuple):
    """What a post rule reports: no rule name and no path."""

    message: str
    """What is there and what is expected. Lower-case start, no full stop."""
    span: Span
    fix: Fix | None = None
    severity: Severity | None = None
    """Overrides the default severity of the rule."""


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """What a site rule reports: as `Finding`, with the path of the post."""

    path: str
    message: str
    span: Span
    severity: Severity | None = None


class DiagnosticEdit(NamedTuple):
    """An edit by line and column, for readers without access to the text."""

    start: Position
    end: Position
    text: str


class DiagnosticFix(NamedTuple):
    """A fix by line and column."""

    title: str
    safe: bool
    edits: tuple[DiagnosticEdit, ...]


class Excerpt(NamedTuple):
    """The source lines around a finding, for display."""

    first_line: int
    """The number of the first line."""
    lines: tuple[str, ...]
    language: str
    """The name of a Pygments lexer: `markdown`, or the language of the front matter or code block."""


class Diagnostic(NamedTuple):
    """A finding with path, position, rule and severity: complete, ready to print."""

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
"""Sort key of diagnostics: path, line, column, rule, message."""
