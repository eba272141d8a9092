"""Patterns of the configuration as rules with names of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

UTILISE = {"name": "no-utilise", "pattern": r"\butili[sz]e", "replacement": "use"}
EASY = {"name": "no-easy", "pattern": r"\beasy\b", "severity": "error"}
TEXT = "We utilise it.\n\nIt is easy.\n"


def table(*patterns: dict[str, Any], **more: Any) -> dict[str, RuleSettings]:
    return {"text/forbidden": RuleSettings(options={"patterns": list(patterns)}, **more)}


BASE = Settings(preset="none", rules=table(UTILISE, EASY))


def found(settings: Settings, text: str = TEXT, path: str = "a.md") -> list[tuple[str, Any]]:
    plan = Plan(settings, load(), lambda globs: lambda path: path in globs)
    post = read_post(Source.decode(path, text.encode()), get_generator("none"), path)
    checked = check(post, plan.for_post(path, post.data), plan.registry)
    return [(one.rule, one.severity) for one in checked.diagnostics]


def test_each_has_its_name_and_severity() -> None:
    assert found(BASE) == [("forbidden/no-utilise", WARNING), ("forbidden/no-easy", ERROR)]


@pytest.mark.parametrize("word", ["no-utilise", "forbidden/no-utilise", "No-Utilise"])
def test_one_is_ignored_or_selected(word: str) -> None:
    assert found(replace(BASE, command_line=Override(ignore=(word,)))) == [("forbidden/no-easy", ERROR)]
    assert found(replace(BASE, command_line=Override(select=(word,)))) == [("forbidden/no-utilise", WARNING)]


@pytest.mark.parametrize("word", ["text/forbidden", "forbidden", "text", "all"])
def test_all_are_ignored_or_selected(word: str) -> None:
    assert found(replace(BASE, command_line=Override(ignore=(word,)))) == []
    names = [name for name, _ in found(replace(BASE, command_line=Override(select=(word,))))]
    assert {"forbidden/no-utilise", "forbidden/no-easy"} <= set(names)


@pytest.mark.parametrize(
    ("word", "left"),
    [("no-utilise", ["forbidden/no-easy"]), ("text/forbidden", []), ("no-easy", ["forbidden/no-utilise"])],
)
def test_a_comment_silences(word: str, left: list[str]) -> None:
    assert [name for name, _ in found(BASE, f"<!-- postlint-disable {word} -->\n\n{TEXT}")] == left


def test_a_table_of_its_own_sets_the_severity() -> None:
    rules = {**BASE.rules, "no-easy": RuleSettings(severity=INFO)}
    assert found(replace(BASE, rules=rules)) == [("forbidden/no-utilise", WARNING), ("forbidden/no-easy", INFO)]


def test_a_severity_for_all_leaves_those_that_have_one() -> None:
    rules = table(UTILISE, EASY, severity=INFO)
    assert found(replace(BASE, rules=rules)) == [("forbidden/no-utilise", INFO), ("forbidden/no-easy", ERROR)]


def test_off() -> None:
    assert found(replace(BASE, rules=table(UTILISE, EASY, off=True))) == []


def test_an_override_adds_for_its_files() -> None:
    override = Override(files=("b.md",), rules=table({"name": "no-it", "pattern": r"\bIt\b"}))
    settings = replace(BASE, overrides=(override,))
    assert ("forbidden/no-it", WARNING) not in found(settings)
    assert ("forbidden/no-it", WARNING) in found(settings, path="b.md")


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        ([UTILISE, UTILISE], "two patterns have the name 'no-utilise'"),
        ([{"name": "MD001", "pattern": "a"}], "a pattern's name is 'MD001', which is a rule's already"),
        ([{"pattern": "a"}], "patterns[0]: 'name' is missing"),
        ([{"name": "a b", "pattern": "a"}], "name is 'a b', expected letters"),
        ([{"name": "a", "pattern": "("}], 'invalid regular expression "(" in `pattern`'),
        ([{"name": "a", "pattern": "a", "replacement": r"\1"}], r'`replacement` "\1" does not fit its pattern'),
        ([{"name": "a", "pattern": "a", "wher": []}], "no option 'wher', did you mean 'where'?"),
        ([{"name": "a", "pattern": "a", "where": ["titles"]}], "where[0] is 'titles', expected"),
    ],
)
def test_a_mistake_is_an_error(patterns: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ConfigurationError, match="text/forbidden") as caught:
        Plan(Settings(rules=table(*patterns)), load())
    assert message in str(caught.value)


def test_a_pattern_that_takes_too_long_is_given_up() -> None:
    settings = replace(BASE, rules=table({"name": "slow", "pattern": "(a|a)*[bc]"}))
    assert found(settings, "a" * 5_000) == [("forbidden/slow", WARNING)]
