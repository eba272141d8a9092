"""Counts that several reports show, and the words for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from postlint.core.finding import Diagnostic, Severity
from postlint.core.result import RunResult


class RuleCount(NamedTuple):
    """What a rule found in a run."""

    rule: str
    severity: Severity
    """The worst of its findings'."""
    findings: int
    fixable: int
    """How many carry a fix, safe or not."""


def by_rule(diagnostics: Iterable[Diagnostic]) -> list[RuleCount]:
    """Worst first, then commonest."""
    worst: dict[str, Severity] = {}
    counts: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    for one in diagnostics:
        worst[one.rule] = max(one.severity, worst.get(one.rule, one.severity))
        counts[one.rule] += 1
        fixable[one.rule] += one.fix is not None
    rows = [RuleCount(rule, worst[rule], count, fixable[rule]) for rule, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.severity, -row.findings, row.rule))


def by_file(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int]]:
    """Paths and how many findings each has, most first."""
    counts = Counter(one.path for one in diagnostics)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def plural(count: int, word: str) -> str:
    """A number and its noun.

    >>> plural(1, "file"), plural(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def severities(diagnostics: Iterable[Diagnostic]) -> list[tuple[Severity, int]]:
    """How many findings there are of each severity that occurs, worst first."""
    counts = Counter(one.severity for one in diagnostics)
    return [(severity, counts[severity]) for severity in sorted(counts, reverse=True)]


def where(result: RunResult) -> str:
    """`in 2 of 120 files`."""
    hit = len({one.path for one in result.diagnostics})
    if hit < result.files:
        return f"in {hit:,} of {plural(result.files, 'file')}"
    return f"in {plural(hit, 'file')}"


def remedies(result: RunResult) -> str:
    """Which findings have a fix, and what applies it; empty if none has."""
    safe = sum(one.fix is not None and one.fix.safe for one in result.diagnostics)
    unsafe = sum(one.fix is not None and not one.fix.safe for one in result.diagnostics)
    parts = [f"{safe:,} fixable with --fix"] if safe else []
    if unsafe:
        parts.append(f"{unsafe:,} {'more ' if safe else 'fixable '}with --fix --unsafe-fixes")
    return ", ".join(parts)


def mended(result: RunResult) -> str:
    """What was fixed; empty if nothing was."""
    if not result.fixed:
        return ""
    files = f" in {plural(len(result.fixed_files), 'file')}" if result.fixed_files else ""
    verb = "would be fixed" if result.diff else "fixed"
    return f"{plural(result.fixed, 'finding')} {verb}{files}"


def totals(result: RunResult) -> str:
    """The line of counts that ends a plain report."""
    if not result.diagnostics:
        line = f"no findings in {plural(result.files, 'file')}"
    else:
        kinds = ", ".join(plural(count, str(severity)) for severity, count in severities(result.diagnostics))
        line = f"{plural(len(result.diagnostics), 'finding')} {where(result)}: {kinds}"
    return "; ".join(part for part in (line, remedies(result), mended(result)) if part)
