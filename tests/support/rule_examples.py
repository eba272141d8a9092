"""Rules' examples as several tests take them."""

from __future__ import annotations

from pathlib import Path

from postlint.core.rule import Rule
from postlint.core.text import Source
from postlint.engine.registry import load
from postlint.manual.examples import Example, context_of, source_of
from postlint.manual.rule_manual import docstring
from postlint.workspace.fix_file import fix_text

REGISTRY = load()
CASES = Path(__file__).parents[1] / "cases"


def texts(rule: Rule) -> list[tuple[str, str]]:
    """A rule's docstring and its cases, if it has any."""
    found = [("doc", docstring(rule.module))]
    case = CASES / f"{rule.name}.md"
    if case.exists():
        found.append(("case", case.read_text(encoding="utf-8")))
    return found


def mend(rule: Rule, example: Example) -> tuple[Source, Source]:
    """An example before and after the rule's own fixes, unsafe ones too; verification rejects none."""
    before = source_of(example)
    fixed = fix_text(context_of(rule, example, REGISTRY), before, unsafe=True)
    assert fixed.warnings == (), "verification accepts the fixes"
    return before, fixed.source
