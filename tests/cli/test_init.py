"""`postlint init`: a first configuration."""

from __future__ import annotations

import tomllib
from pathlib import Path

from postlint.cli.main import main
from postlint.workspace.settings_loader import read_settings
from tests.support.command_line import Capture


def test_init(folder: Path, capsys: Capture) -> None:
    (folder / "hugo.toml").write_text("")
    assert main(["init"]) == 0
    path = folder / "postlint.toml"
    assert tomllib.loads(path.read_text())["generator"] == "hugo"
    assert read_settings(str(path)).preset == "recommended"
    assert main(["init"]) == 2
    assert "postlint.toml already exists" in capsys.readouterr().err
