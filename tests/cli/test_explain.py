"""`postlint explain`: the manual of a rule as plain text and on a terminal."""

from __future__ import annotations

import sys

import pytest

from postlint.cli.main import main
from postlint.engine.registry import load
from postlint.manual.rule_manual import summary
from tests.support.command_line import Capture


def test_explain(capsys: Capture) -> None:
    assert main(["explain", "MD001"]) == 0
    manual = capsys.readouterr().out
    assert manual.startswith(f"heading/skipped-level\n    {summary(load().by_name['heading/skipped-level'])}\n")
    for part in (
        "aliases   MD001, heading-increment",
        "Bad (line 3):\n\n    ## Setup",
        "Good:",
        "front-matter-title = false",
    ):
        assert part in manual
    assert "~~~" not in manual


def test_explain_on_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["explain", "MD001"]) == 0
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["explain", "MD001"]) == 0
    manual = capsys.readouterr().out
    assert "\x1b[3" not in manual
    for part in ("heading/skipped-level", "Bad (line 3)", "#### Windows", "front-matter-title = false"):
        assert part in manual
