"""Compile a schema to a validator: check it against its draft, resolve every reference, try every pattern.

Nothing is downloaded: a `$ref` may lead into the schema itself, to the schema of a draft or to a file next to it.
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

from postlint.core.messages import quoted
from postlint.helpers.patterns import syntax_error
from postlint.schema.document import Schema, SchemaError, read_document
from postlint.schema.formats import date_formats, fits_format
from postlint.schema.keywords import with_own_keywords
from postlint.schema.violations import describe

_DEFAULT_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@cache
def compiled(schema: Schema) -> Any:
    """The validator of a schema. Raises SchemaError."""
    document = schema.document
    declared = document.get("$schema", _DEFAULT_DRAFT) if isinstance(document, dict) else _DEFAULT_DRAFT
    draft: Any = validator_for({"$schema": declared}, default=cast(Any, None)) if isinstance(declared, str) else None
    if draft is None or draft is Draft3Validator:
        raise SchemaError(f"unknown `$schema` {json.dumps(declared)}, expected a draft from 4 to 2020-12")
    if schema.builtin:
        return with_own_keywords(draft)(_without_draft(document))
    try:
        draft.check_schema(document, format_checker=FormatChecker(()))
    except InvalidSchema as error:
        raise SchemaError(f"invalid schema: {_violation(error)}") from error
    specification = specification_with(declared)
    resource: Any = specification.create_resource(_without_draft(document))
    files = _Files(schema.folder, resource.id() or "", specification)
    registry: Any = REGISTRY.combine(cast(Any, Registry)(retrieve=files.retrieve))
    keywords: set[str] = set()
    try:
        _visit(resource, registry.resolver_with_root(resource), specification, keywords, set())
    except Unresolvable as error:
        raise SchemaError(_reason(error)) from error
    except RecursionError as error:
        raise SchemaError("too many nested levels") from error
    if keywords >= {"patternProperties", "unevaluatedProperties"}:
        # `jsonschema` would search for these patterns itself, without a time limit.
        raise SchemaError("`unevaluatedProperties` together with `patternProperties` is not supported")
    validator_class = with_own_keywords(draft)
    validator = validator_class(resource.contents, registry=registry, format_checker=_formats(validator_class))
    try:
        list(validator.iter_errors({key: {} for key in schema.properties}))
    except RecursionError as error:
        raise SchemaError("circular `$ref`") from error
    return validator


def _formats(draft: Any) -> Any:
    """The formats of a draft and our own."""
    checker = FormatChecker(())
    checker.checkers = dict(draft.FORMAT_CHECKER.checkers)
    for name in date_formats():
        checker.checkers[name] = (partial(fits_format, name), ())
    return checker


def _without_draft(document: Any) -> Any:
    # With `$schema`, `jsonschema` would replace our class, with its time limits, by the class of that draft.
    return (
        {key: value for key, value in document.items() if key != "$schema"} if isinstance(document, dict) else document
    )


class _Files:
    """Reads the files that a schema refers to, but only those in its own folder."""

    def __init__(self, folder: Path, own_id: str, specification: Any) -> None:
        self._folder = folder.resolve()
        self._base = own_id.rpartition("/")[0] + "/" if "://" in own_id else None
        self._specification = specification

    def retrieve(self, uri: str) -> Any:
        relative = uri.removeprefix(self._base) if self._base else uri
        parts = urlsplit(relative)
        if parts.scheme or parts.netloc:
            raise SchemaError(f"remote `$ref` {quoted(uri)}, expected a file next to the schema: nothing is downloaded")
        path = (self._folder / unquote(parts.path)).resolve()
        if not path.is_relative_to(self._folder):
            raise SchemaError(f"`$ref` {quoted(uri)} is outside of the folder of the schema")
        try:
            return self._specification.create_resource(_without_draft(read_document(path)))
        except SchemaError as error:
            raise SchemaError(f"`$ref` {quoted(uri)}: {error}") from error


def _visit(resource: Any, resolver: Any, specification: Any, keywords: set[str], seen: set[int]) -> None:
    """Resolve every reference and compile every pattern once, so that nothing fails in the middle of a run."""
    contents = resource.contents
    if id(contents) in seen or not isinstance(contents, dict):
        return
    seen.add(id(contents))
    own = contents.get("pattern")
    own_patterns = [*([own] if isinstance(own, str) else []), *contents.get("patternProperties", {})]
    for pattern in own_patterns:
        if error := syntax_error(pattern):
            raise SchemaError(f"invalid regular expression {quoted(pattern)}: {error}")
    keywords.update(contents)
    if isinstance(reference := contents.get("$ref"), str):
        target = resolver.lookup(reference)
        _visit(specification.create_resource(target.contents), target.resolver, specification, keywords, seen)
    for part in resource.subresources():
        _visit(part, resolver.in_subresource(part), specification, keywords, seen)


def _violation(error: InvalidSchema) -> str:
    """The first violation of a draft by a schema."""
    simple = error.validator in ("type", "enum", "minimum", "uniqueItems")
    if simple or (error.validator == "anyOf" and isinstance(error.instance, str)):
        return "; ".join(violation.message for violation in describe(error))
    return f"`{error.json_path}`: {error.message}"


def _reason(error: BaseException) -> str:
    """Our own error behind an error of the library, or a message about the reference that cannot be resolved."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SchemaError):
            return str(cause)
        cause = cause.__cause__
    reference = str(getattr(error, "ref", ""))
    return f"undefined `$ref` {quoted('#' * reference.startswith('/') + reference)}"
