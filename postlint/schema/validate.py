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
    """Whether data certainly fits, judged by types alone; False may mean that `jsonschema` has to be asked.

    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"type": "string"}}})
    True
    >>> plainly_valid({"title": "Tea"}, {"properties": {"title": {"minLength": 3}}})
    False
    """
    if not isinstance(schema, dict):
        return schema is True
    for keyword, wanted in schema.items():
        if keyword == "type":
            kinds = _KINDS.get(type(data)) or ("string",) * isinstance(data, str)
            if not any(kind in wanted if isinstance(wanted, list) else kind == wanted for kind in kinds):
                return False
        elif keyword == "properties" and isinstance(wanted, dict):
            if isinstance(data, dict):
                for key, value in data.items():
                    if wanted.get(key, True) is not True and not plainly_valid(value, wanted[key]):
                        return False
        elif keyword == "items" and isinstance(wanted, dict):
            if isinstance(data, list) and not all(plainly_valid(item, wanted) for item in data):
                return False
        elif keyword not in _SILENT:
            return False
    return True
