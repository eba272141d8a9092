"""Counts that several formats print, and their wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from postlint.core.finding import Diagnostic, Severity
from postlint.core.result import RunResult


class RuleCount(NamedTuple):
    """The findings of one rule."""

    rule: str
    severity: Severity
    """The highest of its findings."""
    findings: int
    fixable: int
    """How many have a fix, safe or not."""


def by_rule(diagnostics: Iterable[Diagnostic]) -> list[RuleCount]:
    """The most severe first, then the most frequent."""
    severity: dict[str, Severity] = {}
    counts: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    for diagnostic in diagnostics:
        rule = diagnostic.rule
        severity[rule] = max(diagnostic.severity, severity.get(rule, diagnostic.severity))
        counts[rule] += 1
        fixable[rule] += diagnostic.fix is not None
    rows = [RuleCount(rule, severity[rule], count, fixable[rule]) for rule, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.severity, -row.findings, row.rule))


def by_file(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int]]:
    """Paths with the number of their findings, the highest first."""
    counts = Counter(diagnostic.path for diagnostic in diagnostics)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def plural(count: int, noun: str) -> str:
    """A number and its noun.

    >>> plural(1, "file"), plural(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def by_severity(diagnostics: Iterable[Diagnostic]) -> list[tuple[Severity, int]]:
    """The number of findings of each severity that occurs, the highest severity first."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return [(severity, counts[severity]) for severity in sorted(counts, reverse=True)]


def affected_files(result: RunResult) -> str:
    """`in 2 of 120 files`."""
    affected = len({diagnostic.path for diagnostic in result.diagnostics})
    if affected < result.files:
        return f"in {affected:,} of {plural(result.files, 'file')}"
    return f"in {plural(affected, 'file')}"


def no_findings(result: RunResult) -> str:
    """`no findings in 120 files`."""
    return f"no findings in {plural(result.files, 'file')}"


def fixable(result: RunResult) -> str:
    """How many findings have a fix, and the options that apply it; empty if none has one."""
    safe = sum(diagnostic.fix is not None and diagnostic.fix.safe for diagnostic in result.diagnostics)
    unsafe = sum(diagnostic.fix is not None and not diagnostic.fix.safe for diagnostic in result.diagnostics)
    parts = [f"{safe:,} fixable with --fix"] if safe else []
    if unsafe:
        parts.append(f"{unsafe:,} {'more ' if safe else 'fixable '}with --fix --unsafe-fixes")
    return ", ".join(parts)


def fixed(result: RunResult) -> str:
    """How many findings were fixed; empty if none was."""
    if not result.fixed:
        return ""
    files = f" in {plural(len(result.fixed_files), 'file')}" if result.fixed_files else ""
    verb = "would be fixed" if result.diff else "fixed"
    return f"{plural(result.fixed, 'finding')} {verb}{files}"


def totals(result: RunResult) -> str:
    """The last line of a plain report."""
    if not result.diagnostics:
        line = no_findings(result)
    else:
        kinds = ", ".join(plural(count, str(severity)) for severity, count in by_severity(result.diagnostics))
        line = f"{plural(len(result.diagnostics), 'finding')} {affected_files(result)}: {kinds}"
    return "; ".join(part for part in (line, fixable(result), fixed(result)) if part)
