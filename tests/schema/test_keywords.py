"""Patterns with a time limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.schemas import for_key, messages


@pytest.mark.parametrize("where", ["pattern", "patternProperties", "additionalProperties"])
def test_slow_pattern_times_out(tmp_path: Path, where: str) -> None:
    slow, text = r"^(a|aa)+$", "a" * 60 + "!"
    if where == "pattern":
        texts = messages(tmp_path, for_key({"pattern": slow}), {"key": text})
    else:
        rest = {"additionalProperties": False} if where == "additionalProperties" else {}
        texts = messages(tmp_path, {"patternProperties": {slow: {"type": "string"}}, **rest}, {text: 1})
    assert any("timed out" in message for message in texts)


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (
            {"patternProperties": {"^x": {"type": "string"}}},
            {"x1": 1, "y": 1},
            ['"x1" is the number 1, expected a string'],
        ),
        ({"additionalProperties": {"type": "string"}}, {"a": 1}, ['"a" is the number 1, expected a string']),
        (
            {"additionalProperties": False, "properties": {"a": True}},
            {"a": 1, "b": 2},
            ['unknown key "b", expected "a"'],
        ),
        ({"properties": {"a": False}}, {"a": 1}, ['key "a" is not allowed']),
        ({"required": ["a", "b"]}, {"b": 1}, ['missing key "a"']),
    ],
)
def test_error_names_the_key(tmp_path: Path, schema: object, data: object, expected: list[str]) -> None:
    assert messages(tmp_path, schema, data) == expected
