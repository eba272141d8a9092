"""Plain text."""

from __future__ import annotations

from postlint.report import View, render
from tests.support.reports import RESULT


def test_quiet_report_has_findings_only() -> None:
    lines = render("text", RESULT, View(quiet=True)).splitlines()
    assert len(lines) == len(RESULT.diagnostics)
    assert "42 files" not in render("rich", RESULT, View(quiet=True))
