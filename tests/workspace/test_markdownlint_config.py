"""markdownlint's configuration: in comments of a post, and in its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postlint.cli import main as cli
from postlint.core.finding import WARNING
from postlint.core.settings import ConfigurationError, Settings
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load
from postlint.workspace.globs import globs
from postlint.workspace.markdownlint_config import translate
from postlint.workspace.settings_loader import read_settings

REGISTRY = load()


def options(active: Active) -> Any:
    return active.options


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def effective(settings: Settings, path: str = "post.md") -> dict[str, Active]:
    active = Plan(settings, REGISTRY, globs).for_post(path, {})
    return {rule.rule.name: rule for rule in active if rule.rule.family != "internal"}


@pytest.mark.parametrize(
    "name", [".markdownlint.json", ".markdownlint.jsonc", ".markdownlint.yaml", ".markdownlint.yml"]
)
def test_extends_reads_markdownlint_files(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, '{"MD013": false, "ul-indent": {"indent": 4}, "whitespace": false}')
    write(tmp_path / "postlint.toml", f'extends = "{name}"\nextend-select = ["heading/empty"]\n')
    active = effective(read_settings(str(tmp_path / "postlint.toml")))
    assert "text/long-line" not in active
    assert "whitespace/trailing" not in active
    assert options(active["list/wrong-indent"]).indent == 4
    assert options(active["list/wrong-indent"]).report == "always", "markdownlint's preset"
    assert active.keys() - REGISTRY.markdownlint == {"heading/empty"}


def test_extending_file_overrides(tmp_path: Path) -> None:
    write(tmp_path / ".markdownlint.json", '{"MD013": {"line_length": 100}, "MD009": false}')
    write(
        tmp_path / "postlint.toml",
        'extends = ".markdownlint.json"\nextend-select = ["MD009"]\n[rules.MD013]\nline-length = 120\n',
    )
    active = effective(read_settings(str(tmp_path / "postlint.toml")))
    assert options(active["text/long-line"]).line_length == 120
    assert "whitespace/trailing" in active


CLI2 = """{
  // all of it
  "config": { "default": false, "MD012": { "maximum": 2 }, "MD009": "warning", "extends": "base.yaml" },
  "customRules": ["./rules.js"],
  "globs": ["**/*.mdx", "!drafts/{a,b}.md"],
  "ignores": ["CHANGELOG.md", "vendor/**"],
  "overrides": [
    { "filter": ["docs/**"], "config": { "MD012": false } },
    { "filter": ["docs/**", "blog/**"], "config": { "MD012": { "maximum": 3 }, "MD001": true } },
  ],
}"""


def translated(tmp_path: Path) -> Settings:
    write(tmp_path / "base.yaml", "MD012: {maximum: 9}\nMD001: true\n")
    write(tmp_path / ".markdownlint-cli2.jsonc", CLI2)
    return translate(str(tmp_path / ".markdownlint-cli2.jsonc"))


def test_cli2(tmp_path: Path) -> None:
    settings = translated(tmp_path)
    assert effective(settings).keys() == {
        "whitespace/multiple-blank-lines", "whitespace/trailing", "heading/skipped-level",
    }  # fmt: skip
    assert options(effective(settings)["whitespace/multiple-blank-lines"]).maximum == 2
    assert effective(settings)["whitespace/trailing"].severity == WARNING
    assert "whitespace/multiple-blank-lines" not in effective(settings, "docs/a.md"), "the first override counts"
    assert options(effective(settings, "blog/a.md")["whitespace/multiple-blank-lines"]).maximum == 3
    assert settings.exclude == ("/CHANGELOG.md", "vendor/**", "drafts/a.md", "drafts/b.md")
    assert settings.include == ("**/*.mdx",)
    assert any("custom rules" in note for note in settings.notes)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".markdownlint.json", "{", "not a valid configuration"),
        (".markdownlint.json", "[]", "not a mapping"),
        (".markdownlint.yaml", "a: [", "not a valid configuration"),
        (".markdownlint.json", '{"extends": ".markdownlint.json"}', "circular"),
    ],
)
def test_errors(tmp_path: Path, name: str, text: str, message: str) -> None:
    write(tmp_path / name, text)
    with pytest.raises(ConfigurationError, match=message):
        translate(str(tmp_path / name))
    with pytest.raises(ConfigurationError, match="cannot read"):
        translate(str(tmp_path / "absent.json"))


def test_key_of_another_tool_does_not_hide_the_rules(tmp_path: Path) -> None:
    path = tmp_path / ".markdownlint.json"
    path.write_text('{"default": false, "MD009": true, "customRules": ["./mine.js"]}')
    settings = translate(str(path))
    assert [name for name, rule in settings.rules.items() if not rule.off] == ["whitespace/trailing"]


def test_translation_is_equivalent(tmp_path: Path) -> None:
    first = translated(tmp_path)
    assert cli.main(["init", "--from-markdownlint", str(tmp_path)]) == 0
    text = (tmp_path / "postlint.toml").read_text(encoding="utf-8")
    assert "custom rules in JavaScript are not supported" in text
    second = read_settings(str(tmp_path / "postlint.toml"))
    for path in ("post.md", "docs/a.md", "blog/a.md"):
        assert effective(second, path) == effective(first, path)
    assert (second.include, second.exclude) == (first.include, first.exclude)


def test_unsupported_settings_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = '{"extends": "some-package/style", "MD013": false, "MD999": true, "MD012": {"maximun": 2, "maximum": 3}}'
    write(tmp_path / ".markdownlint.json", config)
    write(tmp_path / "postlint.toml", 'extends = ".markdownlint.json"\n')
    write(tmp_path / "post.md", "# A\n")
    cli.main(["check", str(tmp_path / "post.md")])
    stderr = capsys.readouterr().err
    for message in ("some-package/style", 'unknown rule "MD999"', 'unknown option "maximun", did you mean "maximum"?'):
        assert message in stderr


def test_init_without_a_configuration_of_markdownlints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["init", "--from-markdownlint", str(tmp_path)]) == 2
    assert ".markdownlint.json" in capsys.readouterr().err
    assert not (tmp_path / "postlint.toml").exists()
