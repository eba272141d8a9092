"""A schema made ready to validate with: checked against its own draft, every reference followed.

Nothing is ever fetched: a `$ref` leads into the schema itself, to a draft's own schema or to a file beside it.
"""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from jsonschema import FormatChecker
from jsonschema.exceptions import SchemaError as InvalidSchema
from jsonschema.validators import Draft3Validator, validator_for
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import specification_with

from postlint.helpers.patterns import syntax_error
from postlint.schema.formats import date_formats, fits_format
from postlint.schema.keywords import limited
from postlint.schema.load import Schema, SchemaError, read_document
from postlint.schema.violations import describe

_DEFAULT_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@cache
def compiled(schema: Schema) -> Any:
    """The schema's validator. Raises SchemaError."""
    document = schema.document
    declared = document.get("$schema", _DEFAULT_DRAFT) if isinstance(document, dict) else _DEFAULT_DRAFT
    draft: Any = validator_for({"$schema": declared}, default=cast(Any, None)) if isinstance(declared, str) else None
    if draft is None or draft is Draft3Validator:
        raise SchemaError(f"unknown `$schema` {json.dumps(declared)}, expected a draft from 4 to 2020-12")
    if schema.builtin:
        return limited(draft)(_undeclared(document))
    try:
        draft.check_schema(document, format_checker=FormatChecker(()))
    except InvalidSchema as error:
        raise SchemaError(f"not a valid schema: {_fault(error)}") from None
    specification = specification_with(declared)
    resource: Any = specification.create_resource(_undeclared(document))
    files = _Files(schema.folder, resource.id() or "", specification)
    registry: Any = REGISTRY.combine(cast(Any, Registry)(retrieve=files.retrieve))
    keywords: set[str] = set()
    try:
        _walk(resource, registry.resolver_with_root(resource), specification, keywords, set())
    except Unresolvable as error:
        raise SchemaError(_why(error)) from None
    except RecursionError:
        raise SchemaError("nested too deeply") from None
    if keywords >= {"patternProperties", "unevaluatedProperties"}:
        # There `jsonschema` runs the patterns itself, without a time limit.
        raise SchemaError("`unevaluatedProperties` together with `patternProperties` is not supported")
    made = limited(draft)
    validator = made(resource.contents, registry=registry, format_checker=_formats(made))
    try:
        list(validator.iter_errors({key: {} for key in schema.properties}))
    except RecursionError:
        raise SchemaError("refers to itself without end") from None
    return validator


def _formats(draft: Any) -> Any:
    """The draft's formats and ours."""
    checker = FormatChecker(())
    checker.checkers = dict(draft.FORMAT_CHECKER.checkers)
    for name in date_formats():
        checker.checkers[name] = (partial(fits_format, name), ())
    return checker


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
            raise SchemaError(f"refers to `{uri}`, but postlint never uses the network: expected a file beside it")
        path = (self._folder / unquote(parts.path)).resolve()
        if not path.is_relative_to(self._folder):
            raise SchemaError(f"refers to `{uri}`, which is outside of its folder")
        try:
            return self._specification.create_resource(_undeclared(read_document(path)))
        except SchemaError as problem:
            raise SchemaError(f"refers to `{uri}`: {problem}") from None


def _walk(resource: Any, resolver: Any, specification: Any, keywords: set[str], seen: set[int]) -> None:
    """Follow every reference and try every pattern once, so that nothing fails later, amid a run."""
    contents = resource.contents
    if id(contents) in seen or not isinstance(contents, dict):
        return
    seen.add(id(contents))
    own = contents.get("pattern")
    own_patterns = [*([own] if isinstance(own, str) else []), *contents.get("patternProperties", {})]
    for pattern in own_patterns:
        if error := syntax_error(pattern):
            raise SchemaError(f"`{pattern}` is not a valid pattern: {error}")
    keywords.update(contents)
    if isinstance(reference := contents.get("$ref"), str):
        found = resolver.lookup(reference)
        _walk(specification.create_resource(found.contents), found.resolver, specification, keywords, seen)
    for part in resource.subresources():
        _walk(part, resolver.in_subresource(part), specification, keywords, seen)


def _fault(error: InvalidSchema) -> str:
    """Where a schema breaks its draft's rules, and how."""
    simple = error.validator in ("type", "enum", "minimum", "uniqueItems")
    if simple or (error.validator == "anyOf" and isinstance(error.instance, str)):
        return "; ".join(found.message for found in describe(error))
    return f"`{error.json_path}`: {error.message}"


def _why(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SchemaError):
            return str(cause)
        cause = cause.__cause__
    reference = str(getattr(error, "ref", ""))
    return f"refers to `{'#' * reference.startswith('/')}{reference}`, which is not there"
