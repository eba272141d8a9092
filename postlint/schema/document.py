"""A schema as it is read from its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from postlint.core.errors import PostlintError

_MAX_PARTS = 100
"""The number of subschemas in which top-level keys are looked up; a schema may refer to itself."""


class SchemaError(PostlintError):
    """A schema that cannot be used. The message is one line, with the schema's name or path and the reason."""

    def __init__(self, reason: str, schema: str = "") -> None:
        super().__init__(f'schema "{schema}": {reason}' if schema else reason)
        self.reason = reason
        """The message without the schema's name or path."""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """A schema, ready to validate with."""

    name: str
    """The name or path with which it was requested."""
    builtin: bool
    """Whether it comes with postlint."""
    properties: Mapping[str, Any]
    """The subschemas of the top-level keys; `True` if a key allows any value."""
    known: frozenset[str] = field(repr=False)
    """The top-level keys."""
    document: Any = field(repr=False)
    folder: Path = field(repr=False)
    """The folder of the files that it may refer to."""


def is_closed(schema: Schema) -> bool:
    """Whether a schema forbids all top-level keys that it does not define."""
    return isinstance(schema.document, dict) and schema.document.get("additionalProperties") is False


def read_document(path: Path) -> Any:
    """Read the JSON of a schema file. Raises SchemaError."""
    try:
        document = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise SchemaError("no such file") from error
    except OSError as error:
        raise SchemaError(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SchemaError("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise SchemaError(f"invalid JSON in line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise SchemaError("too many nested levels") from error
    if not isinstance(document, dict | bool):
        raise SchemaError("not a schema, expected a JSON object")
    return document


def top_level_properties(document: Any) -> Mapping[str, Any]:
    """The subschemas of the top-level keys, including those of `allOf` and of local references."""
    properties: dict[str, Any] = {}
    parts, count = [document], 0
    while parts and count < _MAX_PARTS:
        part = parts.pop()
        count += 1
        if not isinstance(part, dict):
            continue
        own, all_of = part.get("properties"), part.get("allOf")
        properties = {**own, **properties} if isinstance(own, dict) else properties
        parts += [*(all_of if isinstance(all_of, list) else []), local_reference(document, part.get("$ref"))]
    return properties


def local_reference(document: Any, reference: Any) -> Any:
    """The part of a schema to which a `$ref` leads within the document, or None."""
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    for key in reference[2:].split("/"):
        document = document.get(key) if isinstance(document, dict) else None
    return document
