"""Whether one word is a typo of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.typos import distance, is_typo


@pytest.mark.parametrize(
    ("word", "correct"),
    [
        ("desciption", "description"),
        ("discription", "description"),
        ("descripiton", "description"),
        ("titel", "title"),
        ("tittle", "title"),
        ("dtae", "date"),
        ("categorys", "categories"),
        ("catagories", "categories"),
        ("permlink", "permalink"),
        ("layuot", "layout"),
        ("excert", "excerpt"),
        ("Title", "title"),
        ("last-modified-at", "last_modified_at"),
        ("redirect_form", "redirect_from"),
    ],
)
def test_typo(word: str, correct: str) -> None:
    assert is_typo(word, correct)


@pytest.mark.parametrize(
    ("word", "correct"),
    [
        ("image", "images"),
        ("author", "authors"),
        ("category", "categories"),
        ("data", "date"),
        ("math", "path"),
        ("tile", "title"),
        ("height", "weight"),
        ("subtitle", "title"),
        ("tag", "tags"),
        ("late", "date"),
        ("publisher", "published"),
        ("toc", "top"),
        ("link", "lint"),
    ],
)
def test_different_words(word: str, correct: str) -> None:
    assert not is_typo(word, correct)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric(word: str, other: str) -> None:
    assert distance(word, other) == distance(other, word)
    assert (distance(word, other) == 0) == (word == other)
    assert distance(word, other) <= max(len(word), len(other))


def test_case() -> None:
    assert not is_typo("Title", "title", case_counts=False)
    assert not is_typo("Toc", "toc")
