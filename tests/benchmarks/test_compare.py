"""Compare two installs: which findings are the same, and the exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import compare

ROOT = Path(__file__).parents[2]
EDIT = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}, "text": ""}
FIX = {"title": "Remove it", "safe": True, "edits": [EDIT]}


def finding(**changes: Any) -> dict[str, Any]:
    position = {"path": "a.md", "line": 1, "column": 1, "end_line": 1, "end_column": 2}
    return {**position, "rule": "a/b", "aliases": [], "severity": "error", "message": "text", "fix": FIX, **changes}


def kinds(*args: Any, **options: Any) -> list[str]:
    return sorted(pair.kind for pair in compare.compare(*args, **options))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.compare", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "changes", [{"severity": "info"}, {"fix": None}, {"fix": FIX | {"safe": False}}, {"fix": FIX | {"edits": []}}]
)
def test_other_severity_or_fix_is_a_change(changes: dict[str, Any]) -> None:
    assert kinds([finding()], [finding(**changes)]) == ["changed"]


@pytest.mark.parametrize("changes", [{"path": "b.md"}, {"column": 2}, {"end_line": 2}, {"rule": "a/c"}])
def test_other_position_or_rule_is_another_finding(changes: dict[str, Any]) -> None:
    assert kinds([finding()], [finding(**changes)]) == ["only new", "only old"]


@pytest.mark.parametrize("changes", [{"message": "other"}, {"fix": FIX | {"title": "Other"}}])
def test_texts_are_compared_on_request(changes: dict[str, Any]) -> None:
    assert kinds([finding()], [finding(**changes)]) == ["same"]
    assert kinds([finding()], [finding(**changes)], messages=True) == ["changed"]


def test_renamed_rule_is_the_same_in_either_direction() -> None:
    old, new = finding(), finding(rule="a/c", aliases=["a/b"])
    assert kinds([old], [new]) == kinds([new], [old]) == ["same"]


def test_findings_are_counted_and_the_closest_are_paired() -> None:
    info = finding(severity="info")
    assert kinds([finding(), info], [info, finding(), info]) == ["only new", "same", "same"]
    assert kinds([finding(), finding()], [finding()]) == ["only old", "same"]
    renamed = finding(rule="a/c", aliases=["a/b"])
    assert kinds([finding()], [renamed, finding()]) == ["only new", "same"]


def test_install_does_not_differ_from_itself() -> None:
    result = run(sys.executable, sys.executable, "examples/blog", "--preset", "all")
    assert result.returncode == 0, result.stderr
    assert "examples/blog" in result.stdout


def test_failed_install_is_an_error() -> None:
    result = run(sys.executable, sys.executable, "examples/blog", "--preset", "unknown")
    assert result.returncode == 2
    assert result.stderr.count("non-zero exit status 2") == 2
    assert result.stderr.count("unknown") > 2, "the standard error of the install is shown"


def test_folder_that_does_not_exist_is_an_error() -> None:
    assert run(sys.executable, sys.executable, "examples/missing", "--preset", "all").returncode == 2
