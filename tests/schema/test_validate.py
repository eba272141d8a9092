"""Validate data: the quick check and `jsonschema` agree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.front_matter import RawDate
from postlint.schema import load_schema, validate
from postlint.schema.compile import compiled
from postlint.schema.load import builtin_schemas
from postlint.schema.validate import plainly_valid
from tests.support.schemas import for_key, messages


def test_dates_are_strings(tmp_path: Path) -> None:
    assert messages(tmp_path, for_key({"type": "string", "minLength": 3}), {"key": RawDate("2024-01-20")}) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["tags", "a", "title"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(sorted(set().union(*(load_schema(name).known for name in builtin_schemas()), {"own"})))


@given(st.sampled_from(builtin_schemas()), st.dictionaries(KEYS, VALUES, max_size=4))
def test_quick_check_agrees_with_jsonschema(name: str, data: dict[str, Any]) -> None:
    schema = load_schema(name)
    if plainly_valid(data, schema.document):
        assert compiled(schema).is_valid(data)
    else:
        assert all(violation.message for violation in validate(data, schema))


def test_valid_data_does_not_import_jsonschema() -> None:
    code = (
        "import sys; from postlint.schema import load_schema, validate;"
        "violations = validate({'title': 'Tea', 'taxonomies': {'tags': ['a']}}, load_schema('zola'));"
        "print(violations, 'jsonschema' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "() False\n"
    )


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        ({"type": "object", "required": ["a"]}, {"a": 1}, True),
        ({"required": ["a"]}, {}, False),
        ({"properties": {"a": {"minLength": 2}}}, {"a": "b"}, False),
        ({"properties": {"a": {"maximum": 2}}}, {"a": 2}, True),
        ({"properties": {"a": {"enum": [1]}}}, {"a": True}, False),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": 1}, False),
        ({"if": {"required": ["a"]}, "then": False, "else": True}, {}, True),
        ({"unevaluatedProperties": False}, {}, False),
    ],
)
def test_plainly_valid(schema: Any, data: Any, expected: bool) -> None:
    assert plainly_valid(data, schema) is expected
