"""SARIF for code scanning."""

from __future__ import annotations

import json
from typing import Any

import pytest

from postlint.core.finding import ERROR, WARNING, Diagnostic, Excerpt
from postlint.core.result import RunResult
from postlint.core.text import Position
from postlint.report import render
from postlint.report.formats import sarif as sarif_format
from tests.support.reports import RESULT, many


def sarif(*diagnostics: Diagnostic) -> Any:
    return json.loads(render("sarif", RunResult(diagnostics, files=1)))["runs"][0]


def test_sarif_keeps_the_most_severe_findings_if_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_format, "_MAX_RESULTS", 25)
    run = sarif(*many(WARNING, 25), *many(ERROR, 7))
    assert len(run["results"]) == 25
    assert [result["level"] for result in run["results"][:8]] == ["error"] * 7 + ["warning"]
    assert "7 findings omitted" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_fingerprint_survives_a_move_to_another_line() -> None:
    diagnostic = RESULT.diagnostics[1]
    assert diagnostic.excerpt is not None
    excerpt = Excerpt(6, ("x", *diagnostic.excerpt.lines[1:]), "yaml")
    moved = diagnostic._replace(start=Position(7, 13), end=Position(7, 16), excerpt=excerpt)

    def fingerprints(*diagnostics: Diagnostic) -> list[Any]:
        return [result["partialFingerprints"] for result in sarif(*diagnostics)["results"]]

    assert fingerprints(diagnostic) == fingerprints(moved)
    first, second = fingerprints(diagnostic, diagnostic)
    assert [first] == fingerprints(diagnostic)
    assert first != second


def test_sarif_quotes_paths_and_escapes_links() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a b%\udcff#.md", message="see [this](https://example.org)")
    result = sarif(odd)["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b%25%FF%23.md"
    assert result["message"]["text"] == "see \\[this\\](https://example.org)"


def test_sarif_limit_is_that_of_github() -> None:
    assert sarif_format._MAX_RESULTS == 25_000
