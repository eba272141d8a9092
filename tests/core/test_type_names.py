"""The names of types in messages."""

from __future__ import annotations

import pytest

from postlint.core.type_names import type_name, type_phrase


@pytest.mark.parametrize(
    ("json_type", "phrase"),
    [
        ("string", "a string"),
        ("integer", "an integer"),
        ("array", "a list"),
        ("object", "a mapping"),
        ("null", "null"),
        ("date", "date"),
    ],
)
def test_phrase(json_type: str, phrase: str) -> None:
    assert type_phrase(json_type) == phrase
    assert phrase.endswith(type_name(json_type))
