"""JSON blocks: positions, messages, dialects, excerpts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.code.data_formats.json_blocks import json_problem

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1\n"b": 2}', (1, 8, 'missing comma before `"b"`')),
        ("{\n  [1]\n}", (2, 3, "missing key before a value in an object")),
        ('{"a": [1}', (1, 9, "`}` does not match the opening `[`")),
        ('{"a: 1}', (1, 2, "unclosed string")),
        ('{\n  "a": {\n    "b": 1\n}\n', (2, 8, "unclosed `{`")),
    ],
)
def test_problem(text: str, expected: tuple[int, int, str]) -> None:
    assert json_problem(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "// words\n{a: 'b', /* more */}",
        '{"a": 1}\n{"a": 2}',
        '"a": 1,\n"b": 2',
        '{"a": 1, ...}',
        '{"a": <value>, "b": {{ b }}}',
        '{\n  "a": {',
    ],
)
def test_no_problem(text: str) -> None:
    assert json_problem(text) is None


@given(VALUES, st.sampled_from([None, 2]))
def test_valid_json_is_valid(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    assert json_problem(text) is None
    # Every JSON is an excerpt of some longer one.
    assert json_problem(text + ",") is None
