"""`postlint schema`: help and usage errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.cli.main import main
from tests.support.command_line import Capture
from tests.support.schema_command import run, write


@pytest.mark.parametrize(
    "words", [[], ["infr"], ["infer", "--when", "layout"], ["infer", "--enum-limit", "-1"], ["show"], ["check"]]
)
def test_usage_error(words: list[str], capsys: Capture) -> None:
    assert run(*words) == 2
    assert "usage: postlint schema" in capsys.readouterr().err


def test_help(capsys: Capture) -> None:
    assert run("--help") == 0
    assert "[[overrides]]" in capsys.readouterr().out
    assert run("infer", "--help") == 0
    assert "--closed" in capsys.readouterr().out


def test_directory_named_like_the_command_can_be_checked(folder: Path) -> None:
    write(folder, {"schema/a.md": "# One\n\n### Three\n"})
    assert main(["./schema", "--fail-on", "warning"]) == 1
