"""Suggestions for unknown words."""

from __future__ import annotations

from postlint.core.spelling import closest, suggestion

KNOWN = ["title", "date", "Tags"]


def test_most_similar_word_is_suggested_whatever_the_case() -> None:
    assert closest("titel", KNOWN) == "title"
    assert closest("TAG", KNOWN) == "Tags"
    assert suggestion("dat", KNOWN) == ', did you mean "date"?'


def test_nothing_is_suggested_for_other_words() -> None:
    assert closest("permalink", KNOWN) == ""
    assert suggestion("permalink", KNOWN) == ""
    assert closest("titel", KNOWN, cutoff=0.95) == ""
    assert suggestion("title", []) == ""
