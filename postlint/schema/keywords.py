"""Our own versions of JSON Schema keywords: patterns with a time limit, and errors that name the key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from postlint.helpers.patterns import search

TOO_SLOW = "tooSlow"
"""The keyword of an error about a pattern that timed out."""
FORBIDDEN = "forbidden"
"""The keyword of an error about a key whose subschema is `false`."""


def _too_slow(pattern: str) -> ValidationError:
    return ValidationError("", validator=TOO_SLOW, validator_value=pattern)


def _properties(
    validator: Any, properties: Mapping[str, Any], instance: Any, _schema: Any
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    for key, subschema in properties.items():
        if key not in instance:
            continue
        if subschema is False:  # the library's error does not name the key
            yield ValidationError("", validator=FORBIDDEN, validator_value=False, instance=instance[key], path=(key,))
        else:
            yield from validator.descend(instance[key], subschema, path=key, schema_path=key)


def _pattern(validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, str):
        return
    try:
        if not search(pattern, instance):
            yield ValidationError("")
    except TimeoutError:
        yield _too_slow(pattern)


def _pattern_properties(
    validator: Any, properties: Mapping[str, Any], instance: Any, _schema: Any
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    for pattern, subschema in properties.items():
        for key, value in instance.items():
            try:
                matching = search(pattern, key)
            except TimeoutError:
                yield _too_slow(pattern)
                continue
            if matching:
                yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _additional_properties(validator: Any, rest: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, value in instance.items():
        if key in known:
            continue
        try:
            if any(search(pattern, key) for pattern in patterns):
                continue
        except TimeoutError:
            continue  # reported by `patternProperties`
        if rest is False:
            yield ValidationError("", path=(key,))
        else:
            yield from validator.descend(value, rest, path=key)


def _required(_validator: Any, required: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key in required:
            if key not in instance:
                yield ValidationError(key)


def _dependent_required(_validator: Any, needs: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key, needed in needs.items():
            for other in needed if key in instance else ():
                if other not in instance:
                    yield ValidationError(other, validator="required", validator_value=[other])


@cache
def with_own_keywords(draft: Any) -> Any:
    """The validator class of a draft with our own keywords."""
    keywords = {
        "properties": _properties,
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
        "required": _required,
        "dependentRequired": _dependent_required,
    }
    extend_class: Any = extend
    supported = {name: function for name, function in keywords.items() if name in draft.VALIDATORS}
    validator_class: Any = extend_class(draft, supported)
    return validator_class
