"""Find the values in front matter that are paths of files, according to the schema.

A subschema declares a path, or a list of paths, by `"x-postlint": "file"` or `"format": "postlint-file"`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from postlint.core.front_matter import KeyPath
from postlint.schema.document import Schema, local_reference

_MAX_DEPTH = 12
_COMBINATIONS = ("allOf", "anyOf", "oneOf")


def file_values(data: Mapping[str, Any], schema: Schema, ignore_case: bool = False) -> Iterator[tuple[KeyPath, str]]:
    """Each value that the schema declares as a path of a file, after its place in the data."""
    if any(map(_may_contain_files(schema), data)):
        yield from _Walk(schema.document, ignore_case).files(data, schema.document, (), _MAX_DEPTH)


@cache
def _may_contain_files(schema: Schema) -> Callable[[str], bool]:
    """A quick check of a top-level key: most keys of most posts cannot contain files."""
    if not schema.builtin:  # declarations may be behind references
        anywhere = _declares_files(schema.document)
        return lambda _: anywhere
    keys = {key.lower() for key, part in schema.properties.items() if _declares_files(part)}
    return lambda key: key.lower() in keys


def _declares_files(part: Any) -> bool:
    """Whether a part of a schema declares files at any depth."""
    if isinstance(part, list):
        return any(map(_declares_files, part))
    return isinstance(part, dict) and (_is_declaration(part) or any(map(_declares_files, part.values())))


def _is_declaration(schema: Mapping[str, Any]) -> bool:
    return schema.get("x-postlint") == "file" or schema.get("format") == "postlint-file"


class _Walk:
    """Visits data and its schema in parallel. The depth is limited, because a schema may refer to itself."""

    def __init__(self, document: Any, ignore_case: bool) -> None:
        self.document = document
        self.ignore_case = ignore_case

    def files(self, data: Any, schema: Any, path: KeyPath, depth: int) -> Iterator[tuple[KeyPath, str]]:
        if not isinstance(schema, dict) or not depth:
            return
        if _is_declaration(schema):
            if isinstance(data, str):
                yield path, data
            elif isinstance(data, list):
                yield from (((*path, index), item) for index, item in enumerate(data) if isinstance(item, str))
        for part in [*(part for keyword in _COMBINATIONS for part in schema.get(keyword, ())), self.referred(schema)]:
            yield from self.files(data, part, path, depth - 1)
        if isinstance(data, dict):
            for key, value in data.items():
                yield from self.files(value, self.property(schema, key), (*path, key), depth - 1)
        elif isinstance(data, list):
            for index, item in enumerate(data):
                yield from self.files(item, schema.get("items"), (*path, index), depth - 1)

    def referred(self, schema: Mapping[str, Any]) -> Any:
        return local_reference(self.document, schema.get("$ref"))

    def property(self, schema: Mapping[str, Any], key: str) -> Any:
        properties = schema.get("properties", {})
        if key in properties or not self.ignore_case:
            return properties.get(key)
        return next((part for name, part in properties.items() if name.lower() == key.lower()), None)
