"""Data against a schema: quick where it is valid, in an author's words where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.schema.load import Schema, SchemaProblem
from postlint.schema.violations import Violation, describe

_SILENT = frozenset({"description", "examples", "title", "$schema", "$comment"})
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

    Raises SchemaProblem where the schema itself cannot be followed to an end.
    """
    instance = data if isinstance(data, dict) else dict(data)
    if plainly_valid(instance, schema.document):
        return ()
    from postlint.schema.compile import compiled  # `jsonschema` is a third of the start-up time

    try:
        errors = list(compiled(schema).iter_errors(instance))
        return tuple(dict.fromkeys(violation for error in errors for violation in describe(error)))
    except RecursionError:
        raise SchemaProblem(f"schema `{schema.name}`: refers to itself without end") from None


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
    if keyword == "minLength":
        return not isinstance(data, str) or len(data) >= wanted
    if keyword == "enum":
        return isinstance(data, str | None) and data in wanted
    return False
