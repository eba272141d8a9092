"""Every example in a rule's docstring and in its cases is a test."""

from __future__ import annotations

import pytest

from postlint.core.rule import Rule, SiteRule
from postlint.manual.examples import Example, groups, read_examples, run, run_site
from postlint.manual.rule_manual import docstring
from tests.support.rule_examples import CASES, REGISTRY, fix_example, texts


def post_examples() -> list[object]:
    """Each example of the post rules, with the `bad` example before it."""
    params: list[object] = []
    for rule in REGISTRY.rules:
        for origin, text in texts(rule):
            if isinstance(rule, SiteRule):
                continue
            before: Example | None = None
            for example in read_examples(text):
                name = f"{rule.name}-{origin}-{example.line}"
                params.append(pytest.param(rule, before, example, id=name))
                before = example if example.kind == "bad" else before
    return params


def site_examples() -> list[object]:
    return [
        pytest.param(rule, group, id=f"{rule.name}-{origin}-{group[0].line}")
        for rule in REGISTRY.rules
        if isinstance(rule, SiteRule)
        for origin, text in texts(rule)
        for group in by_title(rule, read_examples(text))
    ]


def by_title(rule: Rule, examples: tuple[Example, ...]) -> list[tuple[Example, ...]]:
    """Group examples into sites: the posts under one heading are one site."""
    sections: dict[str, list[Example]] = {}
    for example in examples:
        sections.setdefault(example.title, []).append(example)
    return [group for section in sections.values() for group in groups(rule, section)]


@pytest.mark.parametrize(("rule", "before", "example"), post_examples())
def test_example(rule: Rule, before: Example | None, example: Example) -> None:
    if example.kind == "fixed":
        assert before is not None, "a `fixed` block follows its `bad` block"
        assert fix_example(rule, before)[1].text == example.text
        return
    diagnostics = run(rule, example, REGISTRY)
    lines = tuple(diagnostic.start.line for diagnostic in diagnostics)
    assert lines == example.lines, [diagnostic.message for diagnostic in diagnostics]
    assert (example.kind == "bad") == bool(example.lines), "a `bad` block lists its lines, a `good` block does not"


@pytest.mark.parametrize(("rule", "group"), site_examples())
def test_site_example(rule: Rule, group: tuple[Example, ...]) -> None:
    diagnostics = run_site(rule, group, REGISTRY)
    positions = [(diagnostic.path, diagnostic.start.line) for diagnostic in diagnostics]
    expected = sorted((example.path, line) for example in group for line in example.lines)
    assert positions == expected, [diagnostic.message for diagnostic in diagnostics]


@pytest.mark.parametrize("rule", REGISTRY.rules, ids=lambda rule: rule.name)
def test_rule_has_title_and_examples(rule: Rule) -> None:
    """Each rule has at least one `bad` and one `good` example; its docstring begins with a title and a full stop."""
    document = docstring(rule.module)
    assert document.split("\n")[0].endswith("."), "the first line ends with a full stop"
    if rule.family == "internal":
        return
    kinds = {example.kind for _, text in texts(rule) for example in read_examples(text)}
    assert {"bad", "good"} <= kinds


def test_cases_belong_to_rules() -> None:
    cases = [path for path in CASES.rglob("*.md") if path.parent.name != "_syntax"]
    unknown = [str(path) for path in cases if f"{path.parent.name}/{path.stem}" not in REGISTRY.by_name]
    assert unknown == []
