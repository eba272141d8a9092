"""Settings as a configuration file, which is read back."""

from __future__ import annotations

from pathlib import Path

from postlint.core.finding import ERROR
from postlint.core.settings import Override, RuleSettings, Settings
from postlint.workspace.settings_loader import read_settings
from postlint.workspace.toml_writer import as_toml


def test_settings_are_read_back(folder: Path) -> None:
    rules = {
        "text/long-line": RuleSettings(ERROR, options={"line-length": 100}),
        "heading/empty": RuleSettings(off=True),
    }
    override = Override(files=("docs/",), select=("heading",), rules={"heading/empty": RuleSettings()})
    settings = Settings(
        source=".markdownlint.json", preset="markdownlint", select=("text", "heading"), include=("*.txt",),
        exclude=("a b/",), rules=rules, overrides=(override,), notes=("custom rules",),
    )  # fmt: skip
    text = as_toml(settings)
    assert text.startswith("# Translated from .markdownlint.json.\n# Not translated: custom rules.\n")
    (folder / "postlint.toml").write_text(text)
    read = read_settings(str(folder / "postlint.toml"))
    assert (read.preset, read.select, read.include, read.exclude) == (
        "markdownlint",
        ("text", "heading"),
        ("*.txt",),
        ("a b/",),
    )
    assert read.rules == rules
    (again,) = read.overrides
    assert (again.files, again.select, dict(again.rules)) == (
        ("docs/",),
        ("heading",),
        {"heading/empty": RuleSettings()},
    )


def test_empty_selection_is_written() -> None:
    assert "select = []\n" in as_toml(Settings(select=()))
    assert "\nselect" not in as_toml(Settings())
