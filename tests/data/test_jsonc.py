"""JSON with comments and trailing commas."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from postlint.data.jsonc import read_jsonc

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON)
def test_json_is_read_unchanged(value: Any) -> None:
    assert read_jsonc(json.dumps(value, indent=1)).data == value
    assert read_jsonc(json.dumps(value, ensure_ascii=False)).data == value


def test_comments_and_trailing_commas() -> None:
    text = '// a\n{"a": "// b", /* , */ "c": [1, /* 2 */], // d\n}'
    document = read_jsonc(text)
    assert document.data == {"a": "// b", "c": [1]}
    assert document.span(("c", 0)) == (text.index("1"), text.index("1") + 1)


def test_errors_have_positions() -> None:
    document = read_jsonc('{\n"a" 1}')
    assert document.error
    assert document.error.span.start == 6
    document = read_jsonc("[" * 100_000)
    assert document.error
    assert "deep" in document.error.message
