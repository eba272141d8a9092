"""What the engine, the cache, the reporters and the front doors hand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from postlint.core.finding import Diagnostic, Severity
from postlint.core.site import PostFacts


@dataclass(frozen=True, slots=True)
class Checked:
    """What one file yields; it survives a pickle and the cache."""

    diagnostics: tuple[Diagnostic, ...]
    facts: PostFacts | None = None
    """None if the file could not be read."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run found."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted."""
    files: int = 0
    """How many files were checked."""
    fixed: int = 0
    """How many findings were mended."""
    fixed_files: tuple[str, ...] = ()
    diff: str = ""
    """What fixability would change, as a unified diff, where that was asked for."""
    warnings: tuple[str, ...] = ()
    """Said to the user beside the findings: fixes that were dropped, and why."""
    crashed: bool = field(default=False)
    """Whether a rule failed."""
    seconds: float = 0.0

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(one.severity is severity for one in self.diagnostics)

    def worst(self) -> Severity | None:
        """The highest severity among the findings."""
        return max((one.severity for one in self.diagnostics), default=None)
