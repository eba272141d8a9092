"""Schemas from files: read, checked against their own draft, and made ready to validate with.

Nothing is ever fetched: a `$ref` leads into the schema itself, to a draft's own schema or to a file beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

_DEFAULT_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class SchemaProblem(Exception):
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
    validator: Any = field(repr=False)
    """A validator of `jsonschema`, for this room only."""


def load_schema(name_or_path: str) -> Schema:
    """A built-in schema by its name, or a user's by its absolute path.

    A file that has changed since is read again. Raises SchemaProblem.
    """
    path = Path(name_or_path)
    if path.is_absolute():
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            raise SchemaProblem(f"schema `{name_or_path}`: no such file") from None
        return _load(name_or_path, path, False, changed)
    if name_or_path not in builtin_schemas():
        names = ", ".join(builtin_schemas())
        raise SchemaProblem(f"unknown schema `{name_or_path}`, expected one of {names}, or a file")
    return _load(name_or_path, _folder() / f"{name_or_path}.json", True, 0)


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
        document = _read(path)
        validator = _validator(document, path.parent, builtin)
    except SchemaProblem as problem:
        raise SchemaProblem(f"schema `{name}`: {problem}") from None
    properties = _properties(document)
    return Schema(name, builtin, properties, frozenset(properties), validator)


def _read(path: Path) -> Any:
    try:
        document = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise SchemaProblem("no such file") from None
    except OSError as error:
        raise SchemaProblem(f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SchemaProblem("not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise SchemaProblem(f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise SchemaProblem("nested too deeply") from None
    if not isinstance(document, dict | bool):
        raise SchemaProblem("not a schema: expected an object (`{...}`)")
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
        found |= {key: value for key, value in part.get("properties", {}).items() if key not in found}
        waiting += [*part.get("allOf", ()), _local(document, part.get("$ref"))]
    return found


def _local(document: Any, reference: Any) -> Any:
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    for part in reference[2:].split("/"):
        document = document.get(part) if isinstance(document, dict) else None
    return document


def _validator(document: Any, folder: Path, trusted: bool) -> Any:
    from jsonschema import FormatChecker
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import Draft3Validator, validator_for
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import specification_with

    from postlint.schema.keywords import limited

    declared = document.get("$schema", _DEFAULT_DRAFT) if isinstance(document, dict) else _DEFAULT_DRAFT
    draft: Any = validator_for({"$schema": declared}, default=cast(Any, None)) if isinstance(declared, str) else None
    if draft is None or draft is Draft3Validator:
        raise SchemaProblem(f"unknown `$schema` {json.dumps(declared)}, expected a draft from 4 to 2020-12")
    if trusted:
        return limited(draft)(_undeclared(document))
    try:
        draft.check_schema(document, format_checker=FormatChecker(()))
    except SchemaError as error:
        raise SchemaProblem(f"not a valid schema: `{error.json_path}`: {error.message}") from None
    specification = specification_with(declared)
    resource: Any = specification.create_resource(_undeclared(document))
    files = _Files(folder, resource.id() or "", specification)
    registry: Any = REGISTRY.combine(cast(Any, Registry)(retrieve=files.retrieve))
    keywords: set[str] = set()
    try:
        _walk(resource, registry.resolver_with_root(resource), specification, keywords, set())
    except Unresolvable as error:
        raise SchemaProblem(_why(error)) from None
    except RecursionError:
        raise SchemaProblem("nested too deeply") from None
    if keywords >= {"patternProperties", "unevaluatedProperties"}:
        # There `jsonschema` runs the patterns itself, without a time limit.
        raise SchemaProblem("`unevaluatedProperties` together with `patternProperties` is not supported")
    made = limited(draft)
    return made(resource.contents, registry=registry, format_checker=made.FORMAT_CHECKER)


def _undeclared(document: Any) -> Any:
    # Else `jsonschema` would leave our class for the one that `$schema` names, and our time limits with it.
    return (
        {key: value for key, value in document.items() if key != "$schema"} if isinstance(document, dict) else document
    )


class _Files:
    """Reads the files that a schema refers to, and only those in its own folder."""

    def __init__(self, folder: Path, own_id: str, specification: Any) -> None:
        self._folder = folder.resolve()
        self._base = own_id.rpartition("/")[0] + "/" if "://" in own_id else None
        self._specification = specification

    def retrieve(self, uri: str) -> Any:
        relative = uri.removeprefix(self._base) if self._base else uri
        parts = urlsplit(relative)
        if parts.scheme or parts.netloc:
            raise SchemaProblem(f"refers to `{uri}`, but postlint never uses the network: expected a file beside it")
        path = (self._folder / unquote(parts.path)).resolve()
        if not path.is_relative_to(self._folder):
            raise SchemaProblem(f"refers to `{uri}`, which is outside of its folder")
        try:
            return self._specification.create_resource(_undeclared(_read(path)))
        except SchemaProblem as problem:
            raise SchemaProblem(f"refers to `{uri}`: {problem}") from None


def _walk(resource: Any, resolver: Any, specification: Any, keywords: set[str], seen: set[int]) -> None:
    """Follow every reference and try every pattern once, so that nothing fails later, amid a run."""
    import regex

    contents = resource.contents
    if id(contents) in seen or not isinstance(contents, dict):
        return
    seen.add(id(contents))
    own = contents.get("pattern")
    own_patterns = [*([own] if isinstance(own, str) else []), *contents.get("patternProperties", {})]
    for pattern in own_patterns:
        try:
            regex.compile(pattern)
        except regex.error as error:
            raise SchemaProblem(f"`{pattern}` is not a valid pattern: {error}") from None
    keywords.update(contents)
    if isinstance(reference := contents.get("$ref"), str):
        found = resolver.lookup(reference)
        _walk(specification.create_resource(found.contents), found.resolver, specification, keywords, seen)
    for part in resource.subresources():
        _walk(part, resolver.in_subresource(part), specification, keywords, seen)


def _why(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SchemaProblem):
            return str(cause)
        cause = cause.__cause__
    return f"refers to `{getattr(error, 'ref', '')}`, which is not there"
