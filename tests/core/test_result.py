"""Results of runs."""

from __future__ import annotations

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.result import RunResult
from tests.support.reports import many


def test_findings_of_a_severity_are_counted() -> None:
    result = RunResult((*many(ERROR, 2), *many(WARNING, 3)))
    assert [result.count(severity) for severity in (ERROR, WARNING, INFO)] == [2, 3, 0]
