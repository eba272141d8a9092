"""What front matter names where its schema expects a file.

A schema marks a value that is a file's path, or a list of such, with `"x-postlint": "file"` or
`"format": "postlint-file"`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from postlint.core.front_matter import KeyPath
from postlint.schema.load import Schema, local_reference

_DEPTH = 12
_PARTS = ("allOf", "anyOf", "oneOf")


def named_files(data: Mapping[str, Any], schema: Schema, ignore_case: bool = False) -> Iterator[tuple[KeyPath, str]]:
    """Each path in the data that its schema takes for a file's, and where it stands."""
    if any(map(_keys_of_files(schema), data)):
        yield from _Walk(schema.document, ignore_case).files(data, schema.document, (), _DEPTH)


@cache
def _keys_of_files(schema: Schema) -> Callable[[str], bool]:
    """Whether files may be named below a key: below none of most posts' keys."""
    if not schema.builtin:  # marks may lie behind references
        anywhere = _marks_files(schema.document)
        return lambda _: anywhere
    marked = {key.lower() for key, part in schema.properties.items() if _marks_files(part)}
    return lambda key: key.lower() in marked


def _marks_files(part: Any) -> bool:
    """Whether a part of a schema speaks of files anywhere."""
    if isinstance(part, list):
        return any(map(_marks_files, part))
    return isinstance(part, dict) and (_is_mark(part) or any(map(_marks_files, part.values())))


def _is_mark(schema: Mapping[str, Any]) -> bool:
    return schema.get("x-postlint") == "file" or schema.get("format") == "postlint-file"


class _Walk:
    """Goes through data and its schema side by side; a schema may refer to itself, data has an end."""

    def __init__(self, document: Any, ignore_case: bool) -> None:
        self.document = document
        self.ignore_case = ignore_case

    def files(self, data: Any, schema: Any, path: KeyPath, depth: int) -> Iterator[tuple[KeyPath, str]]:
        if not isinstance(schema, dict) or not depth:
            return
        if _is_mark(schema):
            items = [(path, data)] if isinstance(data, str) else []
            if isinstance(data, list):
                items = [((*path, at), one) for at, one in enumerate(data) if isinstance(one, str)]
            yield from items
        for part in [*(one for word in _PARTS for one in schema.get(word, ())), self.referred(schema)]:
            yield from self.files(data, part, path, depth - 1)
        if isinstance(data, dict):
            for key, value in data.items():
                yield from self.files(value, self.property(schema, key), (*path, key), depth - 1)
        elif isinstance(data, list):
            for at, one in enumerate(data):
                yield from self.files(one, schema.get("items"), (*path, at), depth - 1)

    def referred(self, schema: Mapping[str, Any]) -> Any:
        return local_reference(self.document, schema.get("$ref"))

    def property(self, schema: Mapping[str, Any], key: str) -> Any:
        properties = schema.get("properties", {})
        if key in properties or not self.ignore_case:
            return properties.get(key)
        return next((part for name, part in properties.items() if name.lower() == key.lower()), None)
