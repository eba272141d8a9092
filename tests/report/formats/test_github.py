"""Annotations of GitHub Actions."""

from __future__ import annotations

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.result import RunResult
from postlint.report import View, render
from tests.support.reports import RESULT, hostile_result, many


def test_github_log_has_no_commands_but_annotations() -> None:
    lines = render("github", hostile_result(), View(statistics=True)).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == [
        line for line in lines if line.startswith("::error file=posts/")
    ]


def test_github_counts_findings_without_annotation() -> None:
    result = RunResult(many(INFO, 30) + many(WARNING, 3) + many(ERROR, 12), files=1)
    lines = render("github", result).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [line.split()[0] for line in commands] == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert (
        commands[-1]
        == "::notice title=postlint::23 more findings without an annotation; this step's log lists all findings"
    )
    assert sum(line.startswith("a.md:") for line in lines) == 45


def test_github_shows_a_path_outside_the_repository_in_the_message() -> None:
    diagnostic = RESULT.diagnostics[0]._replace(path="../../elsewhere/a.md")
    commands = render("github", RunResult((diagnostic,), files=1), View(repository_prefix="blog/")).splitlines()
    assert commands[-1].startswith("::error title=front-matter/invalid-date::../../elsewhere/a.md:3:7: ")


def test_github_escapes_properties_and_commands_in_the_log() -> None:
    diagnostic = RESULT.diagnostics[0]._replace(path="a,b:100%.md", message="##[stop-commands]token")
    log, *_, command = render("github", RunResult((diagnostic,), files=1)).splitlines()
    assert "##[" not in log
    assert command.startswith("::error file=a%2Cb%3A100%25.md,line=3,")
