"""Rules' examples as several tests take them."""

from __future__ import annotations

from pathlib import Path

from postlint.core.finding import Diagnostic
from postlint.core.rule import Rule
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.fix import fix
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.manual.examples import Example, active, post_of
from postlint.manual.rule_manual import docstring
from postlint.parse import read_post, render_html

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
    """An example before and after the rule's own fixes, unsafe ones too; the net refuses none."""
    before = post_of(example).source
    rules = [active(rule, example.options)]
    generator = get_generator(example.generator)

    def again(source: Source) -> tuple[Diagnostic, ...]:
        return check(read_post(source, generator, example.path), rules, REGISTRY).diagnostics

    fixed = fix(
        before,
        again,
        unsafe=True,
        render_html=lambda source: render_html(source, generator),
        front_matter_data=lambda source: dict(read_post(source, generator).data),
        rules={rule.name: rule},
    )
    assert fixed.warnings == (), "the net lets it through"
    return before, fixed.source
