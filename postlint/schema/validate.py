"""Data against a schema: quick where it is valid, in an author's words where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.schema.load import Schema, SchemaProblem
from postlint.schema.violations import Violation, describe


def validate(data: Mapping[str, Any], schema: Schema) -> tuple[Violation, ...]:
    """What a schema finds wrong with front matter data, in the order of the schema's walk.

    Raises SchemaProblem where the schema itself cannot be followed to an end.
    """
    instance = data if isinstance(data, dict) else dict(data)
    try:
        errors = list(schema.validator.iter_errors(instance))
        return tuple(dict.fromkeys(violation for error in errors for violation in describe(error)))
    except RecursionError:
        raise SchemaProblem(f"schema `{schema.name}`: refers to itself without end") from None
