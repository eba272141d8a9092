"""Manuals of rules as plain text and as Markdown."""

from __future__ import annotations

import pytest

from postlint.core.rule import Rule
from postlint.engine.registry import load
from postlint.manual.rule_manual import (
    docstring,
    example_title,
    fix_label,
    fixability,
    manual,
    markdown,
    plain,
    summary,
)

RULES = load().by_name


@pytest.mark.parametrize("rule", [rule for rule in load().rules if rule.preset == 0 or rule.family == "heading"])
def test_manual_has_title_severity_and_options(rule: Rule) -> None:
    page = manual(rule)
    for text in (plain(page), markdown(page)):
        assert summary(rule) in text
        assert str(rule.severity) in text
        assert all(option.name in text for option in page.options)
        assert text.endswith("\n")
    assert "~~~" not in plain(page), "examples are indented"


def test_summary_has_no_full_stop() -> None:
    assert not summary(RULES["heading/empty"]).endswith(".")
    assert docstring(RULES["heading/empty"].module).startswith(summary(RULES["heading/empty"]) + ".")


def test_fixability_is_that_of_the_examples() -> None:
    names = {"whitespace/no-final-newline": "safe", "heading/duplicate": "no", "internal/unreadable": "no"}
    assert {name: fixability(RULES[name]) for name in names} == names
    assert [fix_label(RULES[name]) for name in names] == ["yes", "", ""]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["bad", "3"], "Bad (line 3)"),
        (["bad", "3", "7", "generator=jekyll"], "Bad (lines 3, 7; Jekyll)"),
        (["good", "in posts/a.md"], "Good (posts/a.md)"),
        (["fixed"], "After the fix"),
        (["options"], "With the options"),
    ],
)
def test_title_of_an_example(words: list[str], title: str) -> None:
    assert example_title(words) == title
