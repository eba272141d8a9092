"""Validate data against a schema: fast if it is valid, with messages for authors if it is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.schema.document import Schema, SchemaError
from postlint.schema.formats import fits_format
from postlint.schema.violations import Violation, describe

_WITHOUT_EFFECT = frozenset({"description", "examples", "title", "$schema", "$comment", "then", "else", "x-postlint"})
# The types that a keyword limits; 1 for a minimum, -1 for a maximum.
_LIMITS: dict[str, tuple[Any, int]] = {
    "minLength": (str, 1),
    "maxLength": (str, -1),
    "minItems": (list, 1),
    "maxItems": (list, -1),
    "minProperties": (dict, 1),
    "minimum": ((int, float), 1),
    "maximum": ((int, float), -1),
}
_TYPES: dict[type, tuple[str, ...]] = {
    str: ("string",),
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    list: ("array",),
    dict: ("object",),
    type(None): ("null",),
}


def validate(data: Mapping[str, Any], schema: Schema) -> tuple[Violation, ...]:
    """The violations of a schema by front matter data, in the order of the keywords of the schema.

    Raises SchemaError if the schema refers to itself endlessly.
    """
    instance = data if isinstance(data, dict) else dict(data)
    if plainly_valid(instance, schema.document):
        return ()
    from postlint.schema.compile import compiled  # importing `jsonschema` takes a third of the start-up time

    try:
        errors = list(compiled(schema).iter_errors(instance))
        return tuple(dict.fromkeys(violation for error in errors for violation in describe(error)))
    except RecursionError as error:
        raise SchemaError("circular `$ref`", schema.name) from error


def plainly_valid(data: Any, schema: Any) -> bool:
    """Whether data is certainly valid, according to simple keywords. If False, `jsonschema` decides.

    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"type": "string"}}})
    True
    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"pattern": "^T"}}})
    False
    """
    if not isinstance(schema, dict):
        return schema is True
    return all(_fits(data, keyword, expected, schema) for keyword, expected in schema.items())


def _fits(data: Any, keyword: str, expected: Any, schema: Mapping[str, Any]) -> bool:
    if keyword in _WITHOUT_EFFECT:
        return True
    if keyword == "type":
        types = _TYPES.get(type(data)) or (("string",) if isinstance(data, str) else ())
        return any(name in expected if isinstance(expected, list) else name == expected for name in types)
    if keyword == "properties":
        return not isinstance(data, dict) or all(
            (part := expected.get(key, True)) is True or plainly_valid(value, part) for key, value in data.items()
        )
    if keyword == "additionalProperties":
        known = schema.get("properties", ())
        return not isinstance(data, dict) or all(plainly_valid(data[key], expected) for key in data if key not in known)
    if keyword == "items" and isinstance(expected, dict):
        return not isinstance(data, list) or all(plainly_valid(item, expected) for item in data)
    if keyword == "enum":
        return isinstance(data, str | None | bool) and any(
            type(value) is type(data) and value == data for value in expected
        )
    if keyword == "required":
        return not isinstance(data, dict) or all(key in data for key in expected)
    if keyword == "anyOf":
        return any(plainly_valid(data, part) for part in expected)
    if keyword == "allOf":
        return all(plainly_valid(data, part) for part in expected)
    if keyword == "if":
        return _fits_condition(data, expected, schema)
    if keyword in _LIMITS:
        return _fits_limit(data, keyword, expected)
    return keyword == "format" and fits_format(expected, data)


def _fits_condition(data: Any, condition: Any, schema: Mapping[str, Any]) -> bool:
    if (
        isinstance(data, dict)
        and isinstance(condition, dict)
        and any(key not in data for key in condition.get("required", ()))
    ):
        return plainly_valid(data, schema.get("else", True))
    return plainly_valid(data, condition) and plainly_valid(data, schema.get("then", True))


def _fits_limit(data: Any, keyword: str, limit: Any) -> bool:
    types, direction = _LIMITS[keyword]
    if not isinstance(data, types) or isinstance(data, bool):
        return True
    size: float = data if isinstance(data, int | float) else len(data)
    return bool(size >= limit if direction > 0 else size <= limit)
