"""Schemas of users: drafts, references, and schemas that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postlint.schema import SchemaError
from tests.support.schemas import for_key, messages, write_schema


@pytest.mark.parametrize(
    ("draft", "subschema", "value"),
    [
        ("http://json-schema.org/draft-04/schema#", {"minimum": 3, "exclusiveMinimum": True}, 3),
        ("http://json-schema.org/draft-06/schema#", {"exclusiveMinimum": 3}, 3),
        ("http://json-schema.org/draft-07/schema#", {"if": {"type": "number"}, "then": {"maximum": 2}}, 3),
        ("https://json-schema.org/draft/2019-09/schema", {"dependentRequired": {"a": ["b"]}}, {"a": 1}),
        ("https://json-schema.org/draft/2020-12/schema", {"prefixItems": [{"type": "string"}]}, [1]),
    ],
)
def test_draft(tmp_path: Path, draft: str, subschema: Any, value: Any) -> None:
    assert len(messages(tmp_path, {"$schema": draft, **for_key(subschema)}, {"key": value})) == 1


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{", "invalid JSON in line 1, column 2"),
        ("[]", "not a schema, expected a JSON object"),
        ({"type": "strng"}, '"type" is the string "strng", expected "array"'),
        ({"$schema": "http://a.example/"}, 'unknown `$schema` "http://a.example/", expected a draft from 4 to 2020-12'),
        ({"$schema": "http://json-schema.org/draft-03/schema#"}, "unknown `$schema`"),
        (for_key({"pattern": "("}), 'invalid regular expression "("'),
        (
            for_key({"$ref": "https://a.example/b.json"}),
            'remote `$ref` "https://a.example/b.json"',
        ),
        (for_key({"$ref": "none.json"}), '`$ref` "none.json": no such file'),
        (for_key({"$ref": "../../../etc/passwd"}), "is outside of the folder of the schema"),
        (for_key({"$ref": "#/$defs/a"}), 'undefined `$ref` "#/$defs/a"'),
        (
            {"unevaluatedProperties": False, "patternProperties": {"a": {}}},
            "together with `patternProperties` is not supported",
        ),
    ],
)
def test_unusable_schema_is_rejected_in_one_line(tmp_path: Path, document: Any, words: str) -> None:
    with pytest.raises(SchemaError) as caught:
        write_schema(tmp_path, document)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f'schema "{tmp_path / "main.json"}": ')
    assert "\n" not in str(caught.value)


def test_references_to_files_next_to_the_schema(tmp_path: Path) -> None:
    draft = "http://json-schema.org/draft-07/schema#"
    first = {"$schema": draft, "properties": {"b": {"$ref": "second.json#/definitions/c"}}}
    second = {"definitions": {"c": {"type": "string"}}}
    expected = ['"a.b" is the number 1, expected a string']
    data = {"a": {"b": 1}}
    assert (
        messages(tmp_path, {"properties": {"a": {"$ref": "first.json"}}}, data, first=first, second=second) == expected
    )
    base = {"$id": "https://a.example/s/main.json", "properties": {"a": {"$ref": "first.json"}}}
    assert messages(tmp_path, base, data, first=first, second=second) == expected


def test_problem_in_a_file_next_to_the_schema(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="nothing is downloaded"):
        write_schema(tmp_path, for_key({"$ref": "first.json"}), first={"items": {"$ref": "http://a.example/"}})
    with pytest.raises(SchemaError, match="invalid regular expression"):
        write_schema(tmp_path, for_key({"$ref": "second.json"}), second={"pattern": "["})


def test_recursive_and_circular_schemas(tmp_path: Path) -> None:
    tree = {"properties": {"sub": {"$ref": "#"}, "n": {"type": "integer"}}}
    assert messages(tmp_path, tree, {"sub": {"sub": {"n": "a"}}}) == [
        '"sub.sub.n" is the string "a", expected an integer'
    ]
    for endless in ({"$ref": "#"}, for_key({"$ref": "#/properties/key"})):
        with pytest.raises(SchemaError, match=r"circular `\$ref`"):
            write_schema(tmp_path, endless)
