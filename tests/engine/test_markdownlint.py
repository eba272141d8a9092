"""markdownlint's names and settings of rules, in comments of a post."""

from __future__ import annotations

from typing import Any

from postlint.core.finding import ERROR, WARNING
from postlint.core.post import Post
from postlint.core.settings import Override, RuleSettings, Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.markdownlint import TAGS, find
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

REGISTRY = load()


def options(active: Active) -> Any:
    return active.options


def post(text: str) -> Post:
    return read_post(Source("post.md", text), get_generator("none"))


def active_rules(text: str, **settings: Any) -> dict[str, Active]:
    active = Plan(Settings(**settings), REGISTRY).for_post("post.md", {}, post(text).configuration, post(text).comments)
    return {rule.rule.name: rule for rule in active if rule.rule.family != "internal"}


def comment(configuration: str) -> str:
    return f"<!-- markdownlint-configure-file {configuration} -->\n"


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
