"""Load schemas: built-in ones by name, those of users by path."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from postlint.core.messages import quoted
from postlint.schema.document import Schema, SchemaError, read_document, top_level_properties


def load_schema(name_or_path: str) -> Schema:
    """Load a built-in schema by its name, or a user's schema by its absolute path.

    A file that has changed is read again. Raises SchemaError.
    """
    if name_or_path in builtin_schemas():
        return _load_builtin(name_or_path)
    path = Path(name_or_path)
    if not path.is_absolute():
        names = ", ".join(builtin_schemas())
        raise SchemaError(f"unknown schema {quoted(name_or_path)}, expected one of {names}, or a file (`*.json`)")
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise SchemaError("no such file", name_or_path) from error
    return _load(name_or_path, path, False, changed)


@cache
def _load_builtin(name: str) -> Schema:
    return _load(name, _folder() / f"{name}.json", True, 0)


@cache
def builtin_schemas() -> tuple[str, ...]:
    """The names of the front matter schemas that come with postlint."""
    return tuple(sorted(path.stem for path in _folder().glob("*.json") if path.stem != "postlint"))


@cache
def _folder() -> Path:
    package = Path(__file__).parents[1]
    installed = package / "schemas"
    return installed if installed.is_dir() else package.parent / "schemas"  # in a checkout


@cache
def _load(name: str, path: Path, builtin: bool, _changed: int) -> Schema:
    try:
        document = read_document(path)
        properties = top_level_properties(document)
        schema = Schema(name, builtin, properties, frozenset(properties), document, path.parent)
        if not builtin:  # the built-in schemas are valid, and `jsonschema` is slow to import
            from postlint.schema.compile import compiled

            compiled(schema)
    except SchemaError as error:
        raise SchemaError(error.reason, name) from error
    return schema
