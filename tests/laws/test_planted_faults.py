"""Front matter of our own making is fine, and an error planted in it is found where it stands."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postlint.core.post import Post
from postlint.core.rule import RECOMMENDED, PostRule
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.planted_faults import KINDS, plant

REGISTRY = load()
RULES = [
    Active(one, one.options(), one.severity)
    for one in REGISTRY.rules
    if one.family == "front-matter" and isinstance(one, PostRule) and one.preset == RECOMMENDED
]
PATHS = {
    "jekyll": "_posts/2024-01-20-tea.md",
    "hugo": "content/posts/tea.md",
    "zola": "content/posts/tea.md",
    "docusaurus": "blog/2024-01-20-tea.md",
    "none": "tea.md",
}
FORMATS = {
    "jekyll": ["yaml", "flow"],
    "hugo": ["yaml", "flow", "toml", "json"],
    "zola": ["yaml", "toml"],
    "docusaurus": ["yaml", "flow"],
    "none": ["yaml", "toml"],
}

WORDS = st.text("abc é日😀", min_size=1, max_size=12).map(lambda text: f"x{text.strip()}")
DATES = st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS,
    "description": WORDS | st.just('It\'s "fine": a # b\nand so on'),
    "date": DATES,
    "draft": st.booleans(),
    "slug": st.just("tea"),
    "weight": st.integers(1, 99),
    "aliases": st.lists(st.just("/old/"), max_size=2),
}
OWN = st.dictionaries(
    st.text("qwxz", min_size=6, max_size=8),
    st.recursive(WORDS | st.booleans() | st.integers(), lambda inner: st.lists(inner, max_size=2)),
    max_size=3,
)


@st.composite
def posts(draw: st.DrawFn) -> tuple[str, str, str]:
    """A generator, a format and a post."""
    generator = draw(st.sampled_from(sorted(PATHS)))
    keys = draw(st.lists(st.sampled_from(sorted(KNOWN)), min_size=1, unique=True))
    # An override of Docusaurus' own: both keys mean nothing to it.
    data = {key: draw(KNOWN[key]) for key in keys if generator != "docusaurus" or key not in ("aliases", "weight")}
    extra = draw(OWN)
    items = list(data.items()) + list(extra.items())
    draw(st.randoms(use_true_random=False)).shuffle(items)
    form = draw(st.sampled_from(FORMATS[generator]))
    return generator, form, text_of(dict(items), form)


def text_of(data: dict[str, Any], form: str) -> str:
    if form == "json":
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n\nBody.\n"
    if form == "toml":
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items()]
        return f"+++\n{''.join(lines)}+++\n\nBody.\n"
    content = yaml.safe_dump(data, default_flow_style=form == "flow", allow_unicode=True, sort_keys=False)
    return f"---\n{content}---\n\nBody.\n"


def read(generator: str, text: str) -> Post:
    path = PATHS[generator]
    return read_post(Source(path, text), get_generator(generator), path)


def lines(post: Post) -> Counter[int]:
    return Counter(one.start.line for one in check(post, RULES, REGISTRY).diagnostics)


@settings(max_examples=60)
@given(posts())
def test_what_is_right_is_not_reported(made: tuple[str, str, str]) -> None:
    generator, _, text = made
    assert lines(read(generator, text)) == {}, text


@settings(max_examples=60)
@given(posts(), st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_a_planted_error_is_found(made: tuple[str, str, str], kind: str, chance: random.Random) -> None:
    generator, _, text = made
    error = plant(read(generator, text), kind, chance)
    assume(error is not None)
    assert error is not None
    planted = read(generator, error.text)
    assert lines(planted)[planted.source.line_number(error.offset)], error.text
