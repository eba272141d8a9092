"""`--show-settings`: what applies to a file."""

from __future__ import annotations

from pathlib import Path

from postlint.cli.main import main
from tests.support.command_line import Capture


def test_show_settings(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text(
        'preset = "markdownlint"\ngenerator = "hugo"\n[rules.MD001]\nseverity = "info"'
    )
    assert main(["--show-settings", "posts/a.md"]) == 0
    output = capsys.readouterr().out
    assert "configuration:  postlint.toml\n" in output
    assert "preset:         markdownlint\n" in output
    assert "generator:      hugo  # configured\n" in output
    (rule,) = (line for line in output.splitlines() if "skipped-level" in line)
    assert rule.split()[:2] == ["info", "heading/skipped-level"]
    assert rule.endswith("# preset markdownlint; front-matter-title = true")
