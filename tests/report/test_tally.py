"""Counts and their wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postlint.core.finding import ERROR, INFO, WARNING, DiagnosticFix
from postlint.core.result import RunResult
from postlint.report import tally
from tests.support.reports import finding, many


def test_rules_are_sorted_by_severity_then_by_number() -> None:
    def of(rule: str, count: int, severity: object) -> list[object]:
        return [finding("a.md", (1, 1), (1, 2), rule, severity, "m")] * count  # type: ignore[arg-type]

    diagnostics = [*of("a/rare", 1, WARNING), *of("a/often", 3, WARNING), *of("a/bad", 1, ERROR), *of("a/bad", 1, INFO)]
    rows = tally.by_rule(diagnostics)  # type: ignore[arg-type]
    assert [(row.rule, row.severity, row.findings) for row in rows] == [
        ("a/bad", ERROR, 2), ("a/often", WARNING, 3), ("a/rare", WARNING, 1)
    ]  # fmt: skip


def test_files_are_sorted_by_number() -> None:
    diagnostics = [diagnostic._replace(path=path) for path in "bacb" for diagnostic in many(ERROR, 1)]
    assert tally.by_file(diagnostics) == [("b", 2), ("a", 1), ("c", 1)]


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (RunResult((), files=1), "no findings in 1 file"),
        (RunResult(many(ERROR, 1), files=1), "1 finding in 1 file: 1 error"),
        (RunResult((*many(ERROR, 2), *many(INFO, 1)), files=2_000), "3 findings in 1 of 2,000 files: 2 errors, 1 info"),
        (RunResult((), files=3, fixed=2, fixed_files=("a.md",)), "no findings in 3 files; 2 findings fixed in 1 file"),
        (RunResult((), files=3, fixed=1, diff="-a"), "no findings in 3 files; 1 finding would be fixed"),
    ],
)
def test_totals(result: RunResult, line: str) -> None:
    assert tally.totals(result) == line


@pytest.mark.parametrize(
    ("safe", "unsafe", "line"),
    [
        (0, 0, ""),
        (2, 0, "2 fixable with --fix"),
        (0, 1, "1 fixable with --fix --unsafe-fixes"),
        (1, 1, "1 fixable with --fix, 1 more with --fix --unsafe-fixes"),
    ],
)
def test_fixable_findings(safe: int, unsafe: int, line: str) -> None:
    diagnostics = [
        diagnostic._replace(fix=DiagnosticFix("Fix it", is_safe, ()))
        for is_safe, count in ((True, safe), (False, unsafe))
        for diagnostic in many(ERROR, count)
    ]
    assert tally.fixable(replace(RunResult(()), diagnostics=tuple(diagnostics))) == line
    assert sum(row.fixable for row in tally.by_rule(diagnostics)) == safe + unsafe
