"""JSON: its structure is a promise."""

from __future__ import annotations

import json

from postlint.core.result import RunResult
from postlint.report import render
from tests.support.reports import CLEAN, RESULT


def test_number_of_checked_files_in_json() -> None:
    assert json.loads(render("json", CLEAN))["summary"]["files"] == 42


def test_json_structure_is_stable() -> None:
    document = json.loads(render("json", RESULT))
    assert document["version"] == 1
    assert list(document["findings"][1]) == [
        "path", "line", "column", "end_line", "end_column", "rule", "aliases", "severity", "message", "fix",
    ]  # fmt: skip
    assert document["findings"][1]["fix"] == {
        "title": "Remove the repeated tag",
        "safe": True,
        "edits": [{"start": {"line": 4, "column": 11}, "end": {"line": 4, "column": 16}, "text": ""}],
    }
    assert document["findings"][6]["message"] == RESULT.diagnostics[6].message
    assert document["summary"] == {"files": 42, "errors": 4, "warnings": 2, "infos": 1, "fixed": 3}


def test_json_survives_a_lone_surrogate() -> None:
    odd = RESULT.diagnostics[0]._replace(path="a\udcffb.md")
    report = render("json", RunResult((odd,), files=1))
    assert report.isascii()
    assert json.loads(report)["findings"][0]["path"] == "a\udcffb.md"
