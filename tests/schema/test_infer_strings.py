"""Infer what strings have in common: a format or a small set of values."""

from __future__ import annotations

import pytest

from postlint.schema.infer_strings import infer_format, infer_values, looks_like_typo


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2025-05-11", "2024-02-29"], {"format": "date"}),
        (["2025-05-11T10:00:00Z", "2025-05-11T10:00:00.5+02:00"], {"format": "date-time"}),
        (["a.b@example.org"], {"format": "email"}),
        (["https://example.org", "http://example.org/a%20b?c=d#e"], {"format": "uri"}),
        (["2025-05-11", "2025-02-30x"], {}),
        (["https://example.org", ""], {}),
        (["https://exämple.org"], {}),
        (["ann@example"], {}),
        ([], {}),
    ],
)
def test_format(texts: list[str], expected: dict[str, str]) -> None:
    keywords, outliers = infer_format(texts)
    assert {key: value for key, value in keywords.items() if key == "format"} == expected
    assert not outliers


@pytest.mark.parametrize(
    "texts",
    [
        ["post"] * 4,
        ["a", "b", "c"] * 3,
        ["post"] * 18 + ["page"],
        [""] * 20,
        ["A long text that is the same in each and every post"] * 20,
        ["two\nlines"] * 20,
    ],
)
def test_no_enum(texts: list[str]) -> None:
    assert infer_values(texts, 10) == ([], {})


def test_value_that_is_used_once_among_many() -> None:
    assert infer_values(["post"] * 40 + ["page"], 10) == (["post", "page"], {})


@pytest.mark.parametrize(
    ("word", "correct", "expected"),
    [("psot", "post", True), ("tags", "tag", False), ("image2", "image", False), ("post", "post", False)],
)
def test_typos(word: str, correct: str, expected: bool) -> None:
    assert looks_like_typo(word, correct) is expected
