"""What every command module provides."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

import postlint.cli.schema
from postlint.cli import COMMANDS
from postlint.cli.command import create_parser

COMMAND_MODULES = [f"postlint.cli.{name}" for name in COMMANDS]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_a_parser_with_a_description(name: str) -> None:
    command = import_module(f"postlint.cli.{name}")
    parser = create_parser(name, command)
    assert parser.prog.startswith("postlint")
    assert parser.description
    assert not parser.allow_abbrev
    assert callable(command.run)


def test_verbs_of_schema_are_its_modules() -> None:
    names = {module.name for module in iter_modules(postlint.cli.schema.__path__)}
    assert names - {"schema_text"} == {"infer", "check", "show"}


def test_options_cannot_be_abbreviated(capsys: pytest.CaptureFixture[str]) -> None:
    parser = create_parser("rules", import_module("postlint.cli.rules"))
    with pytest.raises(SystemExit):
        parser.parse_args(["--form", "json"])
    assert "unrecognized arguments: --form" in capsys.readouterr().err
