"""The messages of violations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postlint.schema import validate
from postlint.schema.violations import join_alternatives
from tests.support.schemas import for_key, messages, write_schema


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (
            {"required": ["title"], "properties": {"title": {"examples": ["Tea"]}}},
            {},
            'missing key "title", for example `title: "Tea"`',
        ),
        (for_key({"required": ["a"]}), {"key": {}}, 'missing key "a" in "key"'),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, 'missing key "b"'),
        (
            for_key({"enum": ["post", "note"]}),
            {"key": "pots"},
            '"key" is the string "pots", expected "post" or "note", did you mean "post"?',
        ),
        (for_key({"const": True}), {"key": False}, '"key" is false, expected true'),
        (for_key({"type": ["boolean", "null"]}), {"key": "yes"}, '"key" is the string "yes", expected a boolean'),
        (
            for_key({"items": {"type": "string"}}),
            {"key": ["a", 2]},
            'item 2 of "key" is the number 2, expected a string',
        ),
        (
            for_key({"items": {"properties": {"n": {"type": "string"}}}}),
            {"key": [{"n": None}]},
            '"n" of item 1 of "key" is an empty value, expected a string',
        ),
        (for_key({"maxLength": 3}), {"key": "four"}, '"key" has 4 characters, expected at most 3'),
        (for_key({"minItems": 2}), {"key": ["a"]}, '"key" has 1 item, expected at least 2'),
        (for_key({"uniqueItems": True}), {"key": ["a", "b", "a"]}, 'duplicate item in "key": the string "a"'),
        (for_key({"minimum": 0}), {"key": -1}, '"key" is -1, expected at least 0'),
        (
            for_key({"pattern": "^[a-z]+$", "description": "lower case"}),
            {"key": "A"},
            '"key" is the string "A", expected a match of `^[a-z]+$` (lower case)',
        ),
        (
            for_key({"format": "date"}),
            {"key": "2021-02-30"},
            '"key" is the string "2021-02-30", expected the format `date`',
        ),
        (
            {"properties": {"tags": {}}, "additionalProperties": False},
            {"tgas": 1},
            'unknown key "tgas", did you mean "tags"?',
        ),
        ({"additionalProperties": False, "patternProperties": {"^x-": {}}}, {"x-a": 1, "b": 1}, 'unknown key "b"'),
        (
            for_key({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
            {"key": [1]},
            'item 1 of "key" is the number 1, expected a string',
        ),
        (
            for_key({"oneOf": [{"type": "string"}, {"type": "array"}]}),
            {"key": 3},
            '"key" is the number 3, expected a string or a list',
        ),
        (
            for_key({"anyOf": [{"const": "x"}, {"enum": ["y", "z"]}]}),
            {"key": "w"},
            '"key" is the string "w", expected "x", "y" or "z"',
        ),
        (for_key({"not": {"const": 1}}), {"key": 1}, '"key" is the number 1, which the schema does not allow'),
        (for_key(False), {"key": 1}, 'key "key" is not allowed'),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": 1}, 'missing key "b"'),
    ],
)
def test_message(tmp_path: Path, schema: Any, data: Any, expected: str) -> None:
    assert messages(tmp_path, schema, data) == [expected]


def test_path_and_key(tmp_path: Path) -> None:
    schema = write_schema(
        tmp_path,
        {"required": ["a"], "properties": {"b": {"items": {"type": "string"}}, "c": {"additionalProperties": False}}},
    )
    assert {
        (violation.path, violation.missing_key, violation.unknown_key)
        for violation in validate({"b": [1], "c": {"d": 1}}, schema)
    } == {
        ((), "a", False),
        (("b", 0), None, False),
        (("c", "d"), None, True),
    }


def test_empty_enumeration_accepts_nothing() -> None:
    assert join_alternatives([]) == "nothing"
