"""What a check and a run return: to the engine, the reporters and the entry points."""

from __future__ import annotations

from dataclasses import dataclass

from postlint.core.finding import Diagnostic, Severity
from postlint.core.site import PostFacts


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one file returns; it can be pickled."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted."""
    facts: PostFacts | None = None
    """None if the file could not be read, or if no site rules will run."""
    crashed: bool = False
    """Whether a rule, or postlint itself, raised an exception."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run returns."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted."""
    files: int = 0
    """How many files were checked."""
    fixed: int = 0
    """How many findings were fixed."""
    fixed_files: tuple[str, ...] = ()
    diff: str = ""
    """What fixing would change, as a unified diff; empty unless requested."""
    warnings: tuple[str, ...] = ()
    """Notes to the user besides the findings, such as fixes that were skipped, and why."""
    failed: bool = False
    """Whether a finding reaches the fail level that its file's settings set."""
    crashed: bool = False
    """Whether a rule, or postlint itself, raised an exception."""
    seconds: float = 0.0

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)
