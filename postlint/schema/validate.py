"""Data against a schema: quick where it is valid, in an author's words where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.schema.formats import fits_format
from postlint.schema.load import Schema, SchemaError
from postlint.schema.violations import Violation, describe

_SILENT = frozenset({"description", "examples", "title", "$schema", "$comment", "then", "else", "x-postlint"})
_SIZES: dict[str, tuple[Any, int]] = {
    "minLength": (str, 1),
    "maxLength": (str, -1),
    "minItems": (list, 1),
    "maxItems": (list, -1),
    "minProperties": (dict, 1),
    "minimum": ((int, float), 1),
    "maximum": ((int, float), -1),
}
_KINDS: dict[type, tuple[str, ...]] = {
    str: ("string",),
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    list: ("array",),
    dict: ("object",),
    type(None): ("null",),
}


def validate(data: Mapping[str, Any], schema: Schema) -> tuple[Violation, ...]:
    """What a schema finds wrong with front matter data, in the order of the schema's walk.

    Raises SchemaError where the schema itself cannot be followed to an end.
    """
    instance = data if isinstance(data, dict) else dict(data)
    if plainly_valid(instance, schema.document):
        return ()
    from postlint.schema.compile import compiled  # `jsonschema` is a third of the start-up time

    try:
        errors = list(compiled(schema).iter_errors(instance))
        return tuple(dict.fromkeys(violation for error in errors for violation in describe(error)))
    except RecursionError:
        raise SchemaError(f"schema `{schema.name}`: refers to itself without end") from None


def plainly_valid(data: Any, schema: Any) -> bool:
    """Whether data certainly fits, judged by simple keywords; False may mean that `jsonschema` has to be asked.

    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"type": "string"}}})
    True
    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"pattern": "^T"}}})
    False
    """
    if not isinstance(schema, dict):
        return schema is True
    return all(_fits(data, keyword, wanted, schema) for keyword, wanted in schema.items())


def _fits(data: Any, keyword: str, wanted: Any, schema: Mapping[str, Any]) -> bool:
    if keyword in _SILENT:
        return True
    if keyword == "type":
        kinds = _KINDS.get(type(data)) or (("string",) if isinstance(data, str) else ())
        return any(kind in wanted if isinstance(wanted, list) else kind == wanted for kind in kinds)
    if keyword == "properties":
        return not isinstance(data, dict) or all(
            (part := wanted.get(key, True)) is True or plainly_valid(value, part) for key, value in data.items()
        )
    if keyword == "additionalProperties":
        known = schema.get("properties", ())
        return not isinstance(data, dict) or all(plainly_valid(data[key], wanted) for key in data if key not in known)
    if keyword == "items" and isinstance(wanted, dict):
        return not isinstance(data, list) or all(plainly_valid(item, wanted) for item in data)
    if keyword == "enum":
        return isinstance(data, str | None | bool) and any(type(one) is type(data) and one == data for one in wanted)
    if keyword == "required":
        return not isinstance(data, dict) or all(key in data for key in wanted)
    if keyword == "anyOf":
        return any(plainly_valid(data, part) for part in wanted)
    if keyword == "allOf":
        return all(plainly_valid(data, part) for part in wanted)
    if keyword == "if":
        return _fits_condition(data, wanted, schema)
    return _fits_size(data, keyword, wanted) if keyword in _SIZES else keyword == "format" and fits_format(wanted, data)


def _fits_condition(data: Any, condition: Any, schema: Mapping[str, Any]) -> bool:
    if (
        isinstance(data, dict)
        and isinstance(condition, dict)
        and any(key not in data for key in condition.get("required", ()))
    ):
        return plainly_valid(data, schema.get("else", True))
    return plainly_valid(data, condition) and plainly_valid(data, schema.get("then", True))


def _fits_size(data: Any, keyword: str, bound: Any) -> bool:
    kind, size = _SIZES[keyword]
    if not isinstance(data, kind) or isinstance(data, bool):
        return True
    measured: float = data if isinstance(data, int | float) else len(data)
    return bool(measured >= bound if size > 0 else measured <= bound)
