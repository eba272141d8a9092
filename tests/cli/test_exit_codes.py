"""The exit code of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from postlint.cli.main import main
from postlint.core.finding import Finding
from postlint.core.rule import PostRule
from postlint.engine.registry import load
from tests.support.command_line import SKIPPED_LEVEL, UNCLOSED_FENCE, Capture


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("# One\n", [], 0),
        (SKIPPED_LEVEL, [], 0),
        (SKIPPED_LEVEL, ["--fail-on", "warning"], 1),
        (SKIPPED_LEVEL, ["--fail-on", "error"], 0),
        (UNCLOSED_FENCE, [], 1),
        (UNCLOSED_FENCE, ["--exit-zero"], 0),
        (UNCLOSED_FENCE, ["--ignore", "code"], 0),
        (UNCLOSED_FENCE, ["--select", "heading,list"], 0),
        (UNCLOSED_FENCE, ["--select", "heading", "--select", "code/unclosed-fence"], 1),
        (SKIPPED_LEVEL, ["--preset", "none"], 0),
        (SKIPPED_LEVEL, ["--preset", "none", "--extend-select", "MD001", "--fail-on", "info"], 1),
    ],
)
def test_exit_codes(folder: Path, text: str, options: list[str], code: int) -> None:
    (folder / "a.md").write_text(text)
    assert main([*options, "a.md"]) == code


def test_configuration_error_exits_with_2_even_with_exit_zero(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('presett = "strict"')
    assert main(["--exit-zero"]) == 2
    assert capsys.readouterr().err == 'postlint: postlint.toml: unknown option "presett", did you mean "preset"?\n'
    assert main(["--isolated"]) == 0


def test_missing_path_does_not_stop_the_check_of_others(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["nope.md", "a.md", "--exit-zero"]) == 2
    assert "heading/skipped-level" in capsys.readouterr().out


def test_crash_of_a_rule_exits_with_2_and_keeps_the_other_findings(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> Iterator[Finding]:
        raise ZeroDivisionError("by zero")

    rule = load().by_name["code/unclosed-fence"]
    module = import_module(rule.module)
    assert isinstance(rule, PostRule)
    monkeypatch.setattr(module, "check", replace(rule, check=crash))
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["a.md", "--exit-zero"]) == 2
    report = capsys.readouterr().out
    assert "internal/rule-failed" in report
    assert "ZeroDivisionError" in report
    assert "heading/skipped-level" in report
