"""Positions of keys, values and fences."""

from __future__ import annotations

import pytest

from postlint.core.front_matter import FrontMatter
from postlint.core.text import Span
from tests.support.posts import read


def front_matter(text: str, generator: str = "hugo") -> FrontMatter:
    matter = read(text, generator).front_matter
    assert matter is not None
    return matter


def test_missing_path_has_the_span_of_its_closest_parent() -> None:
    text = "---\ntags: [a, b]\n---\n"
    matter = front_matter(text)
    assert text[slice(*matter.span_of(("tags", 1)))] == "b"
    assert text[slice(*matter.span_of(("tags", 1, "x")))] == "b"
    assert text[slice(*matter.span_of(("tags", 7)))] == "[a, b]"
    assert matter.span_of(("other",)) == matter.opening


def test_list_item_has_no_key() -> None:
    text = "---\ntags: [a, b]\n---\n"
    matter = front_matter(text)
    assert text[slice(*matter.key_span_of(("tags",)))] == "tags"
    assert text[slice(*matter.key_span_of(("tags", 0)))] == "a"


@pytest.mark.parametrize(
    ("text", "generator", "opening"),
    [
        ("---\na: 1\n---\n", "hugo", "---"),
        ("+++\na = 1\n+++\n", "hugo", "+++"),
        ('{"a": 1}\n', "hugo", "{"),
        ("Title: a\nDate: b\n\n", "pelican", "Title"),
        ("<!--\n.. title: a\n-->\n", "nikola", "<!--"),
    ],
)
def test_opening_fence_or_first_key(text: str, generator: str, opening: str) -> None:
    assert text[slice(*front_matter(text, generator).opening)] == opening


def test_opening_is_inside_of_the_block() -> None:
    matter = FrontMatter("yaml", Span(5, 7), Span(7, 7), {}, {})
    assert matter.opening == Span(5, 7)
