"""Every example in a rule's docstring and in its cases says what the rule does."""

from __future__ import annotations

import pytest

from postlint.core.rule import Rule, SiteRule
from postlint.manual.examples import Example, groups, read_examples, run, run_site
from postlint.manual.rule_manual import docstring
from tests.support.rule_examples import CASES, REGISTRY, mend, texts


def post_examples() -> list[object]:
    found: list[object] = []
    for rule in REGISTRY.rules:
        for where, text in texts(rule):
            if isinstance(rule, SiteRule):
                continue
            before: Example | None = None
            for example in read_examples(text):
                name = f"{rule.name}-{where}-{example.line}"
                found.append(pytest.param(rule, before, example, id=name))
                before = example if example.kind == "bad" else before
    return found


def site_examples() -> list[object]:
    return [
        pytest.param(rule, group, id=f"{rule.name}-{where}-{group[0].line}")
        for rule in REGISTRY.rules
        if isinstance(rule, SiteRule)
        for where, text in texts(rule)
        for group in by_title(rule, read_examples(text))
    ]


def by_title(rule: Rule, examples: tuple[Example, ...]) -> list[tuple[Example, ...]]:
    """The posts under one heading are one site."""
    found: dict[str, list[Example]] = {}
    for example in examples:
        found.setdefault(example.title, []).append(example)
    return [group for same in found.values() for group in groups(rule, same)]


@pytest.mark.parametrize(("rule", "before", "example"), post_examples())
def test_example(rule: Rule, before: Example | None, example: Example) -> None:
    if example.kind == "fixed":
        assert before is not None, "a fixed block stands after its bad one"
        assert mend(rule, before)[1].text == example.text
        return
    found = run(rule, example, REGISTRY)
    assert tuple(one.start.line for one in found) == example.lines, [one.message for one in found]
    assert (example.kind == "bad") == bool(example.lines), "a bad example names its lines, a good one none"


@pytest.mark.parametrize(("rule", "group"), site_examples())
def test_site_example(rule: Rule, group: tuple[Example, ...]) -> None:
    found = run_site(rule, group, REGISTRY)
    expected = sorted((example.path, line) for example in group for line in example.lines)
    assert [(one.path, one.start.line) for one in found] == expected, [one.message for one in found]


@pytest.mark.parametrize("rule", REGISTRY.rules, ids=lambda rule: rule.name)
def test_rule_is_shown(rule: Rule) -> None:
    """Each rule shows a fault and what is fine, and its manual begins with a sentence."""
    document = docstring(rule.module)
    assert document.split("\n")[0].endswith("."), "the first line is a sentence"
    if rule.family == "internal":
        return
    kinds = {example.kind for where, text in texts(rule) for example in read_examples(text)}
    assert {"bad", "good"} <= kinds


def test_cases_belong_to_rules() -> None:
    stray = [str(path) for path in CASES.rglob("*.md") if f"{path.parent.name}/{path.stem}" not in REGISTRY.by_name]
    assert stray == []
