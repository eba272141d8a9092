"""markdownlint's configuration: in comments of a post, and in its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postlint.cli import main as cli
from postlint.core.finding import ERROR, WARNING
from postlint.core.post import Post
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.markdownlint import TAGS, find
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.workspace.globs import globs
from postlint.workspace.markdownlint_config import translate
from postlint.workspace.settings_loader import read_settings

REGISTRY = load()


def post(text: str) -> Post:
    return read_post(Source("post.md", text), get_generator("none"))


def active_rules(text: str, **settings: Any) -> dict[str, Active]:
    active = Plan(Settings(**settings), REGISTRY).for_post("post.md", {}, post(text).configuration, post(text).comments)
    return {rule.rule.name: rule for rule in active if rule.rule.family != "internal"}


def options(active: Active) -> Any:
    return active.options


def comment(configuration: str) -> str:
    return f"<!-- markdownlint-configure-file {configuration} -->\n"


def test_later_comments_override_key_by_key() -> None:
    text = comment('{"MD013": false, "MD009": true}') + "\ntext\n\n" + comment('{\n  "MD009": { "br_spaces": 3 }\n}')
    assert post(text).configuration == {"MD013": False, "MD009": {"br_spaces": 3}}


@pytest.mark.parametrize("configuration", ["{MD013: false}", "[1]", "", "1", '{"MD013": false'])
def test_comment_without_a_mapping_has_no_effect(configuration: str) -> None:
    assert post(comment(configuration)).configuration == {}


def test_comment_in_code_counts_as_in_markdownlint() -> None:
    off = comment('{"MD013": false}')
    assert post(f"```html\n{off}```\n").configuration == {"MD013": False}
    assert post(f"Write `{off.strip().upper()}`.\n".replace("FALSE", "false")).configuration == {"MD013": False}


def test_mapping_in_a_comment_sets_all_options_of_a_rule() -> None:
    rules = {"text/long-line": RuleSettings(ERROR, options={"line_length": 20})}
    active = active_rules(comment('{"MD013": {"tables": false}}'), rules=rules)["text/long-line"]
    assert (options(active).line_length, options(active).tables, active.severity) == (80, False, ERROR)


def test_comment_enables_a_disabled_rule_under_the_markdownlint_preset() -> None:
    text = comment('{"default": false, "MD042": false, "MD034": {"enabled": false}}')
    text += (
        "\n[a]()\n\n<!-- markdownlint-enable no-empty-links -->\n\n[a]()\n\n<!-- markdownlint-disable -->\n\n[a]()\n"
    )
    plan = Plan(Settings(preset="markdownlint"), REGISTRY)
    read = post(text)
    active = plan.for_post("post.md", {}, read.configuration, read.comments)
    assert [diagnostic.start.line for diagnostic in check(read, active, REGISTRY).diagnostics] == [7]
    assert "link/empty-target" not in active_rules(text)
    ignoring = Plan(Settings(preset="markdownlint", command_line=Override(ignore=("MD042",))), REGISTRY)
    active = ignoring.for_post("post.md", {}, read.configuration, read.comments)
    assert "link/empty-target" not in {rule.rule.name for rule in active}


def test_unclosed_comments_take_linear_time() -> None:
    assert post("<!-- markdownlint-configure-file " * 20_000).configuration == {}


def test_comment_disables_and_enables_rules() -> None:
    usual = active_rules("")
    assert "heading/skipped-level" in usual
    assert "whitespace/trailing" not in usual
    active = active_rules(comment('{"md001": false, "NO-TRAILING-SPACES": true, "line_length": true}'))
    assert "heading/skipped-level" not in active
    assert "whitespace/trailing" in active


def test_tags_select_several_rules_and_win_over_families() -> None:
    active = active_rules(comment('{"headings": false, "code": false}'), preset="all")
    assert not {"heading/skipped-level", "heading/multiple-h1", "code/missing-language"} & active.keys()
    assert {"heading/empty", "code/python-syntax-error"} <= active.keys(), "not markdownlint's"


def test_every_tag_names_existing_rules() -> None:
    known = {
        int(alias[2:])
        for rule in REGISTRY.rules
        for alias in rule.aliases
        if alias.startswith("MD") and alias[2:].isdigit()
    }
    for tag, numbers in TAGS.items():
        assert len(find(tag, REGISTRY)) == len(known & set(numbers))


def test_options_and_severity() -> None:
    active = active_rules(
        comment('{"MD009": {"br_spaces": 3, "severity": "warning", "nonsense": 1, "strict": "x"}, "MD001": "error"}')
    )
    assert options(active["whitespace/trailing"]).br_spaces == 3
    trailing = active["whitespace/trailing"]
    assert (trailing.severity, trailing.severity_overridden) == (WARNING, True)
    assert active["heading/skipped-level"].severity == ERROR
    assert "whitespace/trailing" not in active_rules(
        comment('{"MD009": {"enabled": false, "br_spaces": 3}}'), preset="strict"
    )


def test_default() -> None:
    off = active_rules(comment('{"default": false, "MD012": true}'), preset="all")
    assert off.keys() & REGISTRY.markdownlint == {"whitespace/multiple-blank-lines"}
    assert "heading/empty" in off, "not markdownlint's"
    assert active_rules(comment('{"default": true}')).keys() == active_rules("").keys(), "the preset decides"
    assert active_rules(comment('{"default": "warning"}'))["heading/skipped-level"].severity == WARNING
    rules = {"MD012": RuleSettings(off=True)}
    on = active_rules(comment('{"default": true}'), preset="markdownlint", ignore=("whitespace",), rules=rules)
    assert "whitespace/trailing" in on
    assert "whitespace/multiple-blank-lines" not in on, "the configuration disables it"


def test_rule_disabled_by_a_comment_stays_off_and_the_command_line_adds_rules() -> None:
    text = comment('{"MD001": false, "MD009": true}')
    active = active_rules(text, command_line=Override(select=("heading",)))
    assert active.keys() >= {"heading/empty"}
    assert not active.keys() & {"heading/skipped-level", "whitespace/trailing"}


def test_tags_in_comments_that_disable() -> None:
    text = "# A\n\n<!-- markdownlint-disable headings -->\n### B\n<!-- markdownlint-enable headings -->\n\n##### C\n"
    checked = check(post(text), Plan(Settings(select=("MD001",)), REGISTRY).for_post("post.md", {}), REGISTRY)
    assert [diagnostic.start.line for diagnostic in checked.diagnostics] == [7]


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
