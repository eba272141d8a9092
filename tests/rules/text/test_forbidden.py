"""Patterns of the configuration as rules with their own names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from postlint.core.finding import ERROR, INFO, WARNING
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.workspace.file_context import text_context

UTILISE = {"name": "no-utilise", "pattern": r"\butili[sz]e", "replacement": "use"}
EASY = {"name": "no-easy", "pattern": r"\beasy\b", "severity": "error"}
TEXT = "We utilise it.\n\nIt is easy.\n"


def table(*patterns: dict[str, Any], **more: Any) -> dict[str, RuleSettings]:
    return {"text/forbidden": RuleSettings(options={"patterns": list(patterns)}, **more)}


BASE = Settings(preset="none", rules=table(UTILISE, EASY))


def findings(settings: Settings, text: str = TEXT, path: str = "a.md") -> list[tuple[str, Any]]:
    plan = Plan(settings, load(), lambda globs: lambda path: path in globs)
    context = text_context(path, get_generator("none"), plan)
    checked = context.check(context.read(Source.decode(path, text.encode())))
    return [(diagnostic.rule, diagnostic.severity) for diagnostic in checked.diagnostics]


def test_patterns_have_names_and_severities() -> None:
    assert findings(BASE) == [("forbidden/no-utilise", WARNING), ("forbidden/no-easy", ERROR)]


@pytest.mark.parametrize("word", ["no-utilise", "forbidden/no-utilise", "No-Utilise"])
def test_single_pattern_is_ignored_or_selected(word: str) -> None:
    assert findings(replace(BASE, command_line=Override(ignore=(word,)))) == [("forbidden/no-easy", ERROR)]
    assert findings(replace(BASE, command_line=Override(select=(word,)))) == [("forbidden/no-utilise", WARNING)]


@pytest.mark.parametrize("word", ["text/forbidden", "forbidden", "text", "all"])
def test_all_patterns_are_ignored_or_selected(word: str) -> None:
    assert findings(replace(BASE, command_line=Override(ignore=(word,)))) == []
    names = [name for name, _ in findings(replace(BASE, command_line=Override(select=(word,))))]
    assert {"forbidden/no-utilise", "forbidden/no-easy"} <= set(names)


@pytest.mark.parametrize(
    ("word", "left"),
    [("no-utilise", ["forbidden/no-easy"]), ("text/forbidden", []), ("no-easy", ["forbidden/no-utilise"])],
)
def test_comment_suppresses_a_pattern(word: str, left: list[str]) -> None:
    assert [name for name, _ in findings(BASE, f"<!-- postlint-disable {word} -->\n\n{TEXT}")] == left


def test_own_table_of_a_pattern_sets_the_severity() -> None:
    for word in ("no-easy", "forbidden/no-easy"):
        own = {word: RuleSettings(severity=INFO)}
        for rules in ({**BASE.rules, **own}, {**own, **BASE.rules} if "/" in word else {**BASE.rules, **own}):
            expected = [("forbidden/no-utilise", WARNING), ("forbidden/no-easy", INFO)]
            assert findings(replace(BASE, rules=rules)) == expected


def test_severity_for_all_applies_to_patterns_without_one() -> None:
    rules = table(UTILISE, EASY, severity=INFO)
    assert findings(replace(BASE, rules=rules)) == [("forbidden/no-utilise", INFO), ("forbidden/no-easy", ERROR)]


def test_off_disables_all_patterns() -> None:
    assert findings(replace(BASE, rules=table(UTILISE, EASY, off=True))) == []


def test_override_adds_a_pattern_for_its_files() -> None:
    override = Override(files=("b.md",), rules=table({"name": "no-it", "pattern": r"\bIt\b"}))
    settings = replace(BASE, overrides=(override,))
    assert ("forbidden/no-it", WARNING) not in findings(settings)
    assert ("forbidden/no-it", WARNING) in findings(settings, path="b.md")


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        ([UTILISE, UTILISE], 'two patterns have the name "no-utilise"'),
        ([{"name": "MD001", "pattern": "a"}], 'the name "MD001" is already that of a rule'),
        ([{"pattern": "a"}], "patterns[0]: `name` is missing"),
        ([{"name": "a b", "pattern": "a"}], 'name is "a b", expected letters'),
        ([{"name": "a", "pattern": "("}], 'invalid regular expression "(" in `pattern`'),
        ([{"name": "a", "pattern": "a", "replacement": r"\1"}], r'`replacement` "\1" does not fit its pattern'),
        ([{"name": "a", "pattern": "a", "wher": []}], 'unknown option "wher", did you mean "where"?'),
        ([{"name": "a", "pattern": "a", "where": ["titles"]}], 'where[0] is "titles", expected'),
    ],
)
def test_invalid_patterns_are_an_error(patterns: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ConfigurationError, match="text/forbidden") as caught:
        Plan(Settings(rules=table(*patterns)), load())
    assert message in str(caught.value)


def test_slow_pattern_times_out() -> None:
    settings = replace(BASE, rules=table({"name": "slow", "pattern": "(a|a)*[bc]"}))
    assert findings(settings, "a" * 5_000) == [("forbidden/slow", WARNING)]
