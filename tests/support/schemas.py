"""Schemas written to files, and the messages of their violations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from postlint.schema import Schema, load_schema, validate


def write_schema(folder: Path, document: Any, **others: Any) -> Schema:
    """Write a schema, with other schemas next to it, and load it."""
    for name, other in others.items():
        (folder / f"{name}.json").write_text(json.dumps(other))
    path = folder / "main.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return load_schema(str(path))


def messages(folder: Path, document: Any, data: Any, **others: Any) -> list[str]:
    """The messages of the violations of a schema by data."""
    return [violation.message for violation in validate(data, write_schema(folder, document, **others))]


def for_key(subschema: Any) -> Any:
    """A schema for the key `key`."""
    return {"properties": {"key": subschema}}
