"""Valid front matter gives no findings, and a fault planted in it is found on its line."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.rule import RECOMMENDED, PostRule
from postlint.engine.check import check
from postlint.engine.plan import Active
from postlint.engine.registry import load
from tests.support.front_matter_posts import posts, read
from tests.support.planted_faults import KINDS, plant

REGISTRY = load()
RULES = [
    Active(rule, rule.options(), rule.severity)
    for rule in REGISTRY.rules
    if rule.family == "front-matter" and isinstance(rule, PostRule) and rule.preset == RECOMMENDED
]


def findings_per_line(post: Post) -> Counter[int]:
    return Counter(diagnostic.start.line for diagnostic in check(post, RULES, REGISTRY).diagnostics)


@settings(max_examples=60)
@given(posts())
def test_valid_front_matter_gives_no_findings(post: tuple[str, str, str]) -> None:
    generator, _, text = post
    assert findings_per_line(read(generator, text)) == {}, text


@settings(max_examples=60)
@given(posts(), st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_planted_fault_is_found(post: tuple[str, str, str], kind: str, rng: random.Random) -> None:
    generator, _, text = post
    fault = plant(read(generator, text), kind, rng)
    assume(fault is not None)
    assert fault is not None
    planted = read(generator, fault.text)
    assert findings_per_line(planted)[planted.source.line_number(fault.offset)], fault.text
