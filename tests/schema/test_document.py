"""Schemas as they are read from their files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postlint.schema import SchemaError, is_closed
from postlint.schema.document import local_reference, read_document, top_level_properties
from tests.support.schemas import write_schema


def test_top_level_keys_of_parts(tmp_path: Path) -> None:
    parts = {
        "$defs": {"base": {"properties": {"a": True}}},
        "allOf": [{"$ref": "#/$defs/base"}],
        "properties": {"b": {}},
    }
    assert write_schema(tmp_path, parts).known == {"a", "b"}


def test_local_reference() -> None:
    document = {"$defs": {"a": {"type": "string"}}}
    assert local_reference(document, "#/$defs/a") == {"type": "string"}
    assert local_reference(document, "#/$defs/b") is None
    assert local_reference(document, "other.json") is None
    assert local_reference(document, None) is None


def test_top_level_keys_of_a_circular_schema() -> None:
    document = {"allOf": [{"$ref": "#"}], "properties": {"a": True}, "$ref": "#"}
    assert top_level_properties(document) == {"a": True}


def test_closed_schema(tmp_path: Path) -> None:
    assert is_closed(write_schema(tmp_path, {"additionalProperties": False}))
    assert not is_closed(write_schema(tmp_path, {"additionalProperties": {}}))
    assert not is_closed(write_schema(tmp_path, "true"))


def test_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"type": "object"}).encode())
    assert read_document(path) == {"type": "object"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "not UTF-8"),
        (b"{", "invalid JSON in line 1, column 2"),
        (b"[" * 100_000, "too many nested levels"),
        (b"[]", "expected a JSON object"),
    ],
    ids=["encoding", "syntax", "depth", "type"],
)
def test_cause_of_an_error_is_kept(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(SchemaError, match=message) as caught:
        read_document(path)
    assert (caught.value.__cause__ is None) == (content == b"[]")
