"""Schemas from files: our own by name, a user's by path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from postlint.core.errors import PostlintError


class SchemaError(PostlintError):
    """A schema that cannot be used, in one line that says which and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """A schema, ready to validate with."""

    name: str
    """As it was asked for."""
    builtin: bool
    """Whether it is one of our own."""
    properties: Mapping[str, Any]
    """The subschemas of the top level's keys; `True` where a key is known and holds anything."""
    known: frozenset[str] = field(repr=False)
    """The top level's keys."""
    document: Any = field(repr=False)
    folder: Path = field(repr=False)
    """Where the files that it refers to may lie."""


def is_closed(schema: Schema) -> bool:
    """Whether it allows no keys at the top level but those that it names."""
    return isinstance(schema.document, dict) and schema.document.get("additionalProperties") is False


def load_schema(name_or_path: str) -> Schema:
    """A built-in schema by its name, or a user's by its absolute path.

    A file that has changed since is read again. Raises SchemaError.
    """
    if name_or_path in builtin_schemas():
        return _builtin(name_or_path)
    path = Path(name_or_path)
    if not path.is_absolute():
        names = ", ".join(builtin_schemas())
        raise SchemaError(f"unknown schema `{name_or_path}`, expected one of {names}, or a file (`*.json`)")
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        raise SchemaError(f"schema `{name_or_path}`: no such file") from None
    return _load(name_or_path, path, False, changed)


@cache
def _builtin(name: str) -> Schema:
    return _load(name, _folder() / f"{name}.json", True, 0)


@cache
def builtin_schemas() -> tuple[str, ...]:
    """The names of the front matter schemas that come with postlint."""
    return tuple(sorted(path.stem for path in _folder().glob("*.json") if path.stem != "postlint"))


@cache
def _folder() -> Path:
    package = Path(__file__).parents[1]
    shipped = package / "schemas"
    return shipped if shipped.is_dir() else package.parent / "schemas"  # in a checkout


@cache
def _load(name: str, path: Path, builtin: bool, _changed: int) -> Schema:
    try:
        document = read_document(path)
        properties = _properties(document)
        schema = Schema(name, builtin, properties, frozenset(properties), document, path.parent)
        if not builtin:  # ours are right, and `jsonschema` is slow to load
            from postlint.schema.compile import compiled

            compiled(schema)
    except SchemaError as problem:
        raise SchemaError(f"schema `{name}`: {problem}") from None
    return schema


def read_document(path: Path) -> Any:
    """A schema file's JSON. Raises SchemaError."""
    try:
        document = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise SchemaError("no such file") from None
    except OSError as error:
        raise SchemaError(f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SchemaError("not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise SchemaError("nested too deeply") from None
    if not isinstance(document, dict | bool):
        raise SchemaError("not a schema: expected an object (`{...}`)")
    return document


def _properties(document: Any) -> Mapping[str, Any]:
    """The keys that the top level speaks of, those of `allOf` and of local references too."""
    found: dict[str, Any] = {}
    waiting, seen = [document], 0
    while waiting and seen < 100:
        part = waiting.pop()
        seen += 1
        if not isinstance(part, dict):
            continue
        own, parts = part.get("properties"), part.get("allOf")
        found = {**own, **found} if isinstance(own, dict) else found
        waiting += [*(parts if isinstance(parts, list) else []), local_reference(document, part.get("$ref"))]
    return found


def local_reference(document: Any, reference: Any) -> Any:
    """The part of a schema that a `$ref` within it names."""
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    for part in reference[2:].split("/"):
        document = document.get(part) if isinstance(document, dict) else None
    return document
