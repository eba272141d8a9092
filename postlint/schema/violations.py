"""The errors of a JSON Schema validator as messages for the author of a post."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from postlint.core.front_matter import KeyPath
from postlint.core.messages import quoted
from postlint.core.spelling import suggestion
from postlint.core.type_names import type_phrase

_MAX_ALTERNATIVES = 8
_MAX_STRING = 40
"""Characters. Longer strings are not shown."""


class Violation(NamedTuple):
    """One violation of a schema."""

    path: KeyPath
    """The value, key or item; for a missing key, the mapping without it."""
    message: str
    missing_key: str | None = None
    unknown_key: bool = False
    """Whether the key is unknown or not allowed; otherwise its value is invalid."""


def describe(error: Any) -> Iterator[Violation]:
    """The violations behind one error of the validator."""
    path: KeyPath = tuple(error.absolute_path)
    keyword = error.validator
    if keyword in ("anyOf", "oneOf") and error.context:
        yield from _closest_alternative(error, path)
    elif keyword == "required":
        yield Violation(path, _missing_key(error), missing_key=error.message)
    elif keyword == "additionalProperties":
        yield Violation(path, _unknown_key(error, path), unknown_key=True)
    elif keyword == "forbidden":
        yield Violation(path, f"key {describe_path(path)} is not allowed", unknown_key=True)
    else:
        message = _MESSAGES.get(keyword, _other)
        yield Violation(path, message(error, describe_path(path)))


def describe_path(path: KeyPath) -> str:
    """A place in front matter.

    >>> describe_path(("tags", 1)), describe_path(("header", "image")), describe_path(("authors", 0, "name"))
    ('item 2 of "tags"', '"header.image"', '"name" of item 1 of "authors"')
    >>> describe_path(())
    'the front matter'
    """
    if not path:
        return "the front matter"
    phrases: list[str] = []
    for is_item, group in groupby(path, key=lambda part: isinstance(part, int)):
        parts = list(group)
        phrases += [f"item {int(part) + 1}" for part in parts] if is_item else [quoted(".".join(map(str, parts)))]
    return " of ".join(reversed(phrases))


def describe_value(data: Any) -> str:
    """The type of a value, with the value itself if it is short.

    >>> describe_value("yes"), describe_value(None), describe_value(["a", "b"]), describe_value(True)
    ('the string "yes"', 'an empty value', 'a list', 'true')
    """
    if data is None:
        return "an empty value"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, str):
        is_short = len(data) <= _MAX_STRING and "\n" not in data
        return f'the string "{data}"' if is_short else type_phrase("string")
    if isinstance(data, int | float):
        return f"the number {data}"
    return type_phrase("array" if isinstance(data, list) else "object")


def join_alternatives(phrases: Sequence[str]) -> str:
    """Join alternatives by commas and "or".

    >>> join_alternatives(["a string", "a list", "a number"])
    'a string, a list or a number'
    """
    return f"{', '.join(phrases[:-1])} or {phrases[-1]}" if len(phrases) > 1 else "".join(phrases) or "nothing"


def _types(names: Any) -> list[str]:
    """The phrases for the types of a `type` keyword, without `null` and without `integer` next to `number`."""
    names = [names] if isinstance(names, str) else list(names)
    shown = [name for name in names if name != "null" and not (name == "integer" and "number" in names)]
    return [type_phrase(str(name)) for name in shown or names]


def _values(values: Sequence[Any]) -> str:
    shown = [json.dumps(value, ensure_ascii=False) for value in values if value is not None or len(values) == 1]
    return join_alternatives(
        shown if len(shown) <= _MAX_ALTERNATIVES else [*shown[:_MAX_ALTERNATIVES], "another allowed value"]
    )


def _unexpected(expected: str, error: Any, where: str) -> str:
    return f"{where} is {describe_value(error.instance)}, expected {expected}"


def _not_in_enum(error: Any, allowed: Sequence[Any], where: str) -> str:
    data = error.instance
    hint = suggestion(data, [value for value in allowed if isinstance(value, str)]) if isinstance(data, str) else ""
    return _unexpected(_values(allowed), error, where) + hint


def _missing_key(error: Any) -> str:
    key: str = error.message
    subschema = error.schema.get("properties", {}).get(key)
    examples = subschema.get("examples") if isinstance(subschema, dict) else None
    example = f", for example `{key}: {json.dumps(examples[0], ensure_ascii=False)}`" if examples else ""
    where = f" in {describe_path(tuple(error.absolute_path))}" if error.absolute_path else ""
    return f"missing key {quoted(key)}{where}{example}"


def _unknown_key(error: Any, path: KeyPath) -> str:
    key, known = str(path[-1]), list(error.schema.get("properties", {}))
    hint = suggestion(key, known)
    if not hint and 0 < len(known) <= _MAX_ALTERNATIVES:
        hint = f", expected {join_alternatives([quoted(name) for name in known])}"
    return f"unknown key {describe_path(path)}{hint}"


def _closest_alternative(error: Any, path: KeyPath) -> Iterator[Violation]:
    """The violations of the alternative that the author most likely meant."""
    branches = [list(errors) for _, errors in groupby(error.context, key=lambda child: child.relative_schema_path[0])]
    likely = [branch for branch in branches if not any(_is_other_type(child, error) for child in branch)]
    if not likely:
        types = [
            phrase
            for branch in branches
            for child in branch
            if _is_other_type(child, error)
            for phrase in _types(child.validator_value)
        ]
        expected = join_alternatives(list(dict.fromkeys(types)))
        yield Violation(path, _unexpected(expected, error, describe_path(path)))
        return
    if all(len(branch) == 1 and branch[0].validator in ("enum", "const") for branch in likely):
        allowed = [
            value
            for (child,) in likely
            for value in (child.validator_value if child.validator == "enum" else [child.validator_value])
        ]
        if all(tuple(child.absolute_path) == path for (child,) in likely):
            yield Violation(path, _not_in_enum(error, allowed, describe_path(path)))
            return
    for child in min(likely, key=len):
        yield from describe(child)


def _is_other_type(error: Any, parent: Any) -> bool:
    return error.validator == "type" and len(error.absolute_path) == len(parent.absolute_path)


def _count(noun: str, limit: str) -> Callable[[Any, str], str]:
    def message(error: Any, where: str) -> str:
        unit = noun.removesuffix("s") if len(error.instance) == 1 else noun
        return f"{where} has {len(error.instance)} {unit}, expected {limit} {error.validator_value}"

    return message


def _bound(limit: str) -> Callable[[Any, str], str]:
    return lambda error, where: f"{where} is {error.instance}, expected {limit} {error.validator_value}"


def _description(error: Any) -> str:
    """The description of the value in the schema, in parentheses."""
    text = error.schema.get("description") if isinstance(error.schema, dict) else None
    return f" ({text})" if isinstance(text, str) and text else ""


def _duplicate_item(error: Any, where: str) -> str:
    seen: list[Any] = []
    for item in error.instance:
        if item in seen:
            return f"duplicate item in {where}: {describe_value(item)}"
        seen.append(item)
    return f"duplicate item in {where}"


def _too_short(error: Any, where: str) -> str:
    return f"{where} is an empty string" if not error.instance else _count("characters", "at least")(error, where)


def _other(error: Any, where: str) -> str:
    if isinstance(error.instance, dict):
        return f"{where} does not match `{error.validator or 'false'}` of the schema{_description(error)}"
    return f"{where} is {describe_value(error.instance)}, which the schema does not allow{_description(error)}"


_MESSAGES: dict[str, Callable[[Any, str], str]] = {
    "type": lambda error, where: _unexpected(join_alternatives(_types(error.validator_value)), error, where),
    "enum": lambda error, where: _not_in_enum(error, error.validator_value, where),
    "const": lambda error, where: _not_in_enum(error, [error.validator_value], where),
    "pattern": lambda error, where: _unexpected(
        f"a match of `{error.validator_value}`{_description(error)}", error, where
    ),
    "tooSlow": lambda error, where: f"pattern `{error.validator_value}` timed out on {where}, simplify it",
    "format": lambda error, where: _unexpected(
        f"the format `{error.validator_value}`{_description(error)}", error, where
    ),
    "minLength": _too_short,
    "maxLength": _count("characters", "at most"),
    "minItems": _count("items", "at least"),
    "maxItems": _count("items", "at most"),
    "minProperties": _count("keys", "at least"),
    "maxProperties": _count("keys", "at most"),
    "minimum": _bound("at least"),
    "maximum": _bound("at most"),
    "exclusiveMinimum": _bound("more than"),
    "exclusiveMaximum": _bound("less than"),
    "multipleOf": _bound("a multiple of"),
    "uniqueItems": _duplicate_item,
    "unevaluatedProperties": lambda error, where: f"{where} has keys that the schema does not define",
}
