"""The examples of rules, for several tests."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache
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
Law = Callable[[PostRule[Any], Example], None]


@cache
def texts(rule: Rule) -> tuple[tuple[str, str], ...]:
    """The docstring of a rule and, if there is one, its case file; each with a short name for test ids."""
    case = CASES / f"{rule.name}.md"
    cases = (("case", case.read_text(encoding="utf-8")),) if case.exists() else ()
    return ("doc", docstring(rule.module)), *cases


@cache
def examples_of(rule: Rule) -> tuple[tuple[str, Example], ...]:
    """All examples of a rule, each with a name for test ids."""
    return tuple(
        (f"{rule.name}-{origin}-{example.line}", example)
        for origin, text in texts(rule)
        for example in read_examples(text)
    )


POST_RULES = [rule for rule in REGISTRY.rules if isinstance(rule, PostRule)]


def params(kinds: Container[str]) -> list[Any]:
    """All examples of the post rules that are of some kinds, each with its rule."""
    return [
        pytest.param(rule, example, id=name)
        for rule in POST_RULES
        for name, example in examples_of(rule)
        if example.kind in kinds
    ]


def law_of_examples(kinds: Container[str]) -> Callable[[Law], Callable[[PostRule[Any]], None]]:
    """Make a test of a law: one for each post rule, which tries all of its examples of some kinds.

    A test for each example would take longer than many of the laws. All examples that break the law are reported.
    """

    def decorate(law: Law) -> Callable[[PostRule[Any]], None]:
        def test(rule: PostRule[Any]) -> None:
            failures = []
            for name, example in examples_of(rule):
                if example.kind in kinds:
                    try:
                        law(rule, example)
                    except Exception as error:
                        error.add_note(f"in example {name}")
                        failures.append(error)
            if failures:
                raise ExceptionGroup(f"{law.__name__}: {len(failures)} examples of {rule.name}", failures)

        test.__doc__ = law.__doc__
        parametrized: Callable[[PostRule[Any]], None] = pytest.mark.parametrize(
            "rule", POST_RULES, ids=[rule.name for rule in POST_RULES]
        )(test)
        return parametrized

    return decorate


def fix_example(rule: Rule, example: Example) -> tuple[Source, Source]:
    """An example before and after the fixes of the rule, including unsafe ones. Verification must accept all fixes."""
    before = source_of(example)
    fixed = fix_text(context_of(rule, example, REGISTRY), before, unsafe=True)
    assert fixed.warnings == (), "verification accepts all fixes"
    return before, fixed.source
