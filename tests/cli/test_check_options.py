"""The options of `postlint check`: help, order and usage errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postlint.cli.main import main
from postlint.report import FORMATS
from tests.support.command_line import SKIPPED_LEVEL, Capture


def test_help_explains_the_tool(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for word in ("--select", "--fix", "postlint explain RULE", "exit codes", "postlint.toml", *FORMATS):
        assert word in text


def test_options_may_follow_paths(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["a.md", "--format=json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["warnings"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope.md"], "postlint: nope.md: no such file or folder"),
        (["rule"], 'postlint: unknown command "rule", did you mean "rules"?'),
        (["--select", "hedding", "."], 'postlint: command line: unknown rule "hedding", did you mean "heading"?'),
        (["--config", "nope.toml", "."], "postlint: nope.toml: cannot be read"),
        (["--preset", "best"], "argument --preset: invalid choice: 'best'"),
        (["--generator", "word"], "argument --generator: invalid choice: 'word'"),
        (["--format", "xml"], "argument --format: invalid choice: 'xml' (choose from 'github', "),
        (["--config", "a.toml", "--isolated"], "not allowed with argument"),
        (["--sel", "x"], "unrecognized arguments: --sel"),
        (["-", "a.md"], "postlint: `-` (standard input) cannot be combined with other paths"),
        (["--unsafe-fixes"], "--unsafe-fixes requires --fix or --diff"),
        (["--stdin-filename", "a.md"], "--stdin-filename requires `-`"),
        (["explain", "hedding"], 'postlint: unknown rule "hedding", did you mean "heading"?'),
        (["explain"], "the following arguments are required: RULE"),
        (["--format", "json=no/such/folder.json"], "no/such/folder.json: cannot write the report: "),
    ],
)
def test_usage_error_exits_with_2(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
