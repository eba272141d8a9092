"""The summary page of a GitHub Actions step."""

from __future__ import annotations

import pytest

from postlint.core.finding import ERROR
from postlint.core.result import RunResult
from postlint.report import github_summary
from tests.support.reports import RESULT, UNSAFE_CHARACTERS, compare_with_golden, hostile_result, many


def test_golden_step_summary(update: bool) -> None:
    compare_with_golden("github-summary.md", github_summary.render(RESULT), update)


def test_nothing_raw_reaches_the_step_summary() -> None:
    assert not UNSAFE_CHARACTERS & set(github_summary.render(hostile_result()))


def test_step_summary_stays_small() -> None:
    long = [diagnostic._replace(message="ü" * 5_000) for diagnostic in many(ERROR, 2_000)]
    report = github_summary.render(RunResult(tuple(long), files=1))
    assert len(report.encode()) < 400_000
    assert "more findings, listed in the log" in report


@pytest.mark.parametrize("text", ["`", "a ``b`", " x ", "", "   ", "<img> @someone https://example.org **b** [x](y)"])
def test_code_span_shows_exactly_its_text(text: str) -> None:
    span = github_summary.code(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    inner = span[len(fence) : -len(fence)]
    assert span.endswith(fence)
    assert fence not in inner
    assert inner.strip() == text.strip()
