"""The report on a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postlint.core.finding import ERROR, Excerpt
from postlint.core.result import RunResult
from postlint.report import View, render
from tests.support.reports import RESULT, finding, many


def test_rich_fits_the_width() -> None:
    for width in (60, 80, 200):
        for line in render("rich", RESULT, View(width=width)).splitlines():
            assert cell_len(line) <= width, line


def test_rich_ignores_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)
    for name, value in {"TERM": "dumb", "NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "30", "COLORTERM": "x"}.items():
        monkeypatch.setenv(name, value)
    assert (render("rich", RESULT, View(color=True, width=70)), render("rich", RESULT)) == reports
    assert "\x1b" in reports[0]
    assert "\x1b" not in reports[1]


def test_rich_puts_the_counts_below_a_long_path() -> None:
    diagnostic = finding(f"{'a' * 57}.md", (1, 1), (1, 2), "family/fault", ERROR, "m")
    shown = render("rich", RunResult((diagnostic,), files=1), View(width=60)).splitlines()
    assert shown[:2] == [diagnostic.path, "  ✖ 1"]


def test_rich_shows_excerpts_for_the_first_findings_of_a_rule_only() -> None:
    excerpt = Excerpt(1, ("the line",), "markdown")
    result = RunResult(tuple(diagnostic._replace(excerpt=excerpt) for diagnostic in many(ERROR, 20)), files=1)
    lines = render("rich", result).splitlines()
    assert sum("the line" in line for line in lines) == 5
    assert sum("family/fault" in line and "message" in line for line in lines) == 20
    assert lines.index("") > 0
    assert [line for line in lines if "✖ 6:1" in line or "✖ 7:1" in line] == lines[
        (at := lines.index(next(line for line in lines if "✖ 6:1" in line))) : at + 2
    ]
