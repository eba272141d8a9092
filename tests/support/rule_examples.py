"""The examples of rules, for several tests."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any

import pytest

from postlint.core.rule import PostRule, Rule
from postlint.core.text import Source
from postlint.engine.registry import load
from postlint.manual.examples import Example, context_of, read_examples, source_of
from postlint.manual.rule_manual import docstring
from postlint.workspace.fix_file import fix_text

REGISTRY = load()
CASES = Path(__file__).parents[1] / "cases"


def texts(rule: Rule) -> list[tuple[str, str]]:
    """The docstring of a rule and, if there is one, its case file; each with a short name for test ids."""
    texts = [("doc", docstring(rule.module))]
    case = CASES / f"{rule.name}.md"
    if case.exists():
        texts.append(("case", case.read_text(encoding="utf-8")))
    return texts


def params(kinds: Container[str]) -> list[Any]:
    """All examples of the post rules that are of some kinds, each with its rule."""
    return [
        pytest.param(rule, example, id=f"{rule.name}-{origin}-{example.line}")
        for rule in REGISTRY.rules
        if isinstance(rule, PostRule)
        for origin, text in texts(rule)
        for example in read_examples(text)
        if example.kind in kinds
    ]


def fix_example(rule: Rule, example: Example) -> tuple[Source, Source]:
    """An example before and after the fixes of the rule, including unsafe ones. Verification must accept all fixes."""
    before = source_of(example)
    fixed = fix_text(context_of(rule, example, REGISTRY), before, unsafe=True)
    assert fixed.warnings == (), "verification accepts all fixes"
    return before, fixed.source
