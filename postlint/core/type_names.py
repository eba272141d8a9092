"""The names of types in messages, by their names in JSON Schema."""

from __future__ import annotations

_NAMES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "array": "list",
    "object": "mapping",
    "null": "null",
}


def type_name(json_type: str) -> str:
    """The name of a type; an unknown type keeps its name.

    >>> type_name("array"), type_name("object")
    ('list', 'mapping')
    """
    return _NAMES.get(json_type, json_type)


def type_phrase(json_type: str) -> str:
    """The name of a type with its article.

    >>> type_phrase("object"), type_phrase("integer"), type_phrase("null")
    ('a mapping', 'an integer', 'null')
    """
    name = type_name(json_type)
    if json_type not in _NAMES or json_type == "null":
        return name
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
