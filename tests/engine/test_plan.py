"""Which rules apply to a post, with which options and severities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from postlint.core.events import Failure
from postlint.core.finding import ERROR, INFO, WARNING, Finding
from postlint.core.rule import (
    ALWAYS,
    OPT_IN,
    RECOMMENDED,
    STRICT,
    EngineRule,
    NoOptions,
    PostRule,
    Preset,
    SchemaOptions,
    SiteRule,
)  # fmt: skip
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load, registry_of
from postlint.workspace.globs import globs


@dataclass(frozen=True, slots=True)
class Options:
    size: int = 1
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingOptions:
    required: bool = False


def nothing(_post: Any, _options: Any) -> Iterator[Any]:
    yield from ()


def no_event(_event: Failure) -> Iterator[Finding]:
    yield from ()


def rule(name: str, preset: Preset, options: type = NoOptions, **more: Any) -> PostRule[Any]:
    return PostRule(name=name, check=nothing, options=options, preset=preset, severity=WARNING, **more)


def schema_options(schema: str) -> dict[str, Any]:
    return {"schema": schema}


def required(_schema: str) -> dict[str, Any]:
    return {"required": True}


REGISTRY = registry_of(
    [
        rule(
            "heading/a",
            RECOMMENDED,
            Options,
            aliases=("MD001", "heading-a"),
            strict={"size": 2},
            markdownlint={"size": 3},
        ),
        rule("heading/b", STRICT, aliases=("MD002",)),
        rule("text/c", OPT_IN, Options),
        rule("text/d", RECOMMENDED),
        SiteRule(name="site/e", check=nothing, options=NoOptions, preset=RECOMMENDED, severity=WARNING),
        EngineRule(
            name="internal/f", check=no_event, event=Failure, options=NoOptions, preset=ALWAYS, severity=WARNING
        ),
        rule("front-matter/schema-violation", RECOMMENDED, SchemaOptions, from_schema=schema_options),
        rule("front-matter/missing", RECOMMENDED, MissingOptions, from_schema=required),
    ]
)
FRONT_MATTER = {"front-matter/schema-violation", "front-matter/missing"}
INTERNAL = {"internal/f"}


def plan(**settings: Any) -> Plan:
    return Plan(Settings(**settings), REGISTRY, globs)


def active_rules(plan: Plan, path: str = "post.md", data: Mapping[str, Any] | None = None) -> dict[str, Active]:
    return {active.rule.name: active for active in plan.for_post(path, data or {})}


def names(**settings: Any) -> set[str]:
    return active_rules(plan(**settings)).keys() - INTERNAL - FRONT_MATTER


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("recommended", {"heading/a", "text/d"}),
        ("strict", {"heading/a", "heading/b", "text/d"}),
        ("markdownlint", {"heading/a", "heading/b"}),
        ("all", {"heading/a", "heading/b", "text/c", "text/d"}),
        ("none", set()),
    ],
)
def test_presets(preset: str, expected: set[str]) -> None:
    assert names(preset=preset) == expected


@pytest.mark.parametrize(
    ("preset", "size"), [("recommended", 1), ("strict", 2), ("all", 2), ("markdownlint", 3), ("none", 1)]
)
def test_preset_options_also_apply_to_rules_enabled_by_name(preset: str, size: int) -> None:
    assert active_rules(plan(preset=preset, select=("MD001",)))["heading/a"].options == Options(size)


def test_select_replaces_extend_select_adds_ignore_wins() -> None:
    assert names(select=("heading",)) == {"heading/a", "heading/b"}
    assert names(extend_select=("text/c",)) == {"heading/a", "text/c", "text/d"}
    assert names(select=("heading",), ignore=("md002",)) == {"heading/a"}
    assert names(select=("all",), ignore=("text",)) == {"heading/a", "heading/b"}


def test_command_line_wins() -> None:
    assert names(ignore=("heading",), command_line=Override(select=("heading/a",))) == {"heading/a"}
    assert names(extend_select=("text/c",), command_line=Override(ignore=("text",))) == {"heading/a"}


def test_off_disables_a_rule_and_its_own_table_enables_it() -> None:
    assert names(rules={"text/d": RuleSettings(off=True)}) == {"heading/a"}
    assert "text/c" in names(rules={"text/c": RuleSettings(options={"size": 4})})
    assert "text/c" in names(rules={"text/c": RuleSettings(severity=INFO)})
    assert "text/c" not in names(rules={"text": RuleSettings(severity=INFO)})
    assert "text/c" not in names(rules={"text/c": RuleSettings(severity=INFO)}, ignore=("text/c",))


def test_most_specific_table_sets_the_severity() -> None:
    rules = active_rules(
        plan(rules={"heading/a": RuleSettings(severity=INFO), "heading": RuleSettings(severity=ERROR)}, preset="strict")
    )
    assert (rules["heading/a"].severity, rules["heading/a"].severity_overridden) == (INFO, True)
    assert rules["heading/b"].severity == ERROR
    assert (rules["text/d"].severity, rules["text/d"].severity_overridden) == (WARNING, False)


def test_later_overrides_win() -> None:
    rule_plan = plan(
        rules={"heading/a": RuleSettings(options={"size": 5, "names": ["x"]})},
        overrides=(
            Override(files=("drafts/",), ignore=("text",), rules={"MD001": RuleSettings(options={"size": 6})}),
            Override(files=("drafts/old/*.md",), extend_select=("text/d",)),
        ),
    )
    assert "text/d" in active_rules(rule_plan, "post.md")
    assert "text/d" not in active_rules(rule_plan, "drafts/a.md")
    assert "text/d" in active_rules(rule_plan, "drafts/old/a.md")
    assert active_rules(rule_plan, "post.md")["heading/a"].options == Options(5, ("x",))
    assert active_rules(rule_plan, "drafts/a.md")["heading/a"].options == Options(6, ("x",))


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        ({"layout": "post", "draft": True}, True),
        ({"layout": ["page", "post"], "draft": True}, True),
        ({"layout": "post", "draft": 1}, False),
        ({"layout": "page", "draft": True}, False),
        ({}, False),
    ],
)
def test_when_matches_front_matter(data: dict[str, Any], holds: bool) -> None:
    rule_plan = plan(overrides=(Override(when={"layout": "post", "draft": True}, ignore=("text",)),))
    assert ("text/d" not in active_rules(rule_plan, "post.md", data)) is holds


def test_when_accepts_several_values() -> None:
    rule_plan = plan(overrides=(Override(when={"layout": ["post", "note"]}, ignore=("text",)),))
    assert "text/d" not in active_rules(rule_plan, "post.md", {"layout": "note"})


def test_schema_of_an_override_sets_options_of_rules() -> None:
    rules = active_rules(plan(overrides=(Override(files=("a/",), schema="/s.json"),)), "a/post.md")
    assert rules["front-matter/schema-violation"].options == SchemaOptions("/s.json")
    assert rules["front-matter/missing"].options == MissingOptions(True)


def test_every_active_rule_has_a_reason() -> None:
    rule_plan = plan(
        source="postlint.toml",
        extend_select=("heading/b",),
        overrides=(Override(files=("a/",), extend_select=("text/c",)), Override(files=("b/",), ignore=("all",))),
        command_line=Override(ignore=("front-matter",)),
    )
    reasons = rule_plan.reasons("a/post.md", {})
    assert reasons == {
        "heading/a": "preset recommended",
        "heading/b": "postlint.toml",
        "internal/f": "preset recommended",
        "site/e": "preset recommended",
        "text/c": "overrides[0]",
        "text/d": "preset recommended",
    }
    assert active_rules(rule_plan, "a/post.md").keys() | {"site/e"} == reasons.keys()


def test_site_rules_are_separate() -> None:
    rule_plan = plan(overrides=(Override(files=("a/",), ignore=("site",)),))
    assert [active.rule.name for active in rule_plan.site_rules("post.md", {})] == ["site/e"]
    assert rule_plan.site_rules("a/post.md", {}) == ()
    assert "site/e" not in active_rules(rule_plan)


def test_last_override_sets_the_generator() -> None:
    overrides = (Override(files=("a/",), generator="hugo"), Override(files=("a/b/",), generator="zola"))
    rule_plan = plan(generator="jekyll", overrides=overrides)
    assert [rule_plan.generator_for(path) for path in ("x.md", "a/x.md", "a/b/x.md")] == ["jekyll", "hugo", "zola"]
    assert plan(overrides=overrides, command_line=Override(generator="none")).generator_for("a/x.md") == "none"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"select": ("heading/aa",)}, 'postlint.toml: unknown rule "heading/aa", did you mean "heading/a"?'),
        ({"ignore": ("MD001", "nope")}, 'unknown rule "nope"'),
        (
            {"rules": {"heading/a": RuleSettings(options={"siz": 1})}},
            'heading/a: unknown option "siz", did you mean "size"?',
        ),
        ({"rules": {"text/c": RuleSettings(off=True, options={"size": "x"})}}, 'text/c: size is "x"'),
        ({"rules": {"heading": RuleSettings(options={"size": 1})}}, "heading: only `severity`"),
        ({"rules": {"hedding": RuleSettings()}}, 'unknown rule "hedding", did you mean "heading"?'),
        ({"ignore": ("internal/f",)}, '"internal/f" cannot be ignored'),
        ({"rules": {"internal": RuleSettings(off=True)}}, '"internal" cannot be ignored'),
        ({"overrides": (Override(files=("never/",), select=("nope",)),)}, 'unknown rule "nope"'),
        ({"command_line": Override(select=("nope",))}, 'command line: unknown rule "nope"'),
    ],
)
def test_errors_are_reported_before_any_post_is_read(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        plan(source="postlint.toml", **settings)
    assert message in str(error.value)


def test_internal_rules_always_apply() -> None:
    assert "internal/f" in active_rules(plan(preset="none"))
    assert "internal/f" in active_rules(plan(ignore=("all",)))


def test_preset_options_fit_the_rules() -> None:
    for preset in ("recommended", "strict", "markdownlint", "all", "none"):
        Plan(Settings(preset=preset, select=("all",)), load())
