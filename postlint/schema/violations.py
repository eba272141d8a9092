"""A validator's errors in the words of the author of a post."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any, NamedTuple

from postlint.core.front_matter import KeyPath

_SHOWN = 8
_LONG = 40
_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a table of keys",
    "null": "nothing",
}


class Violation(NamedTuple):
    """One thing that a schema does not allow."""

    path: KeyPath
    """The value, key or item that it is about; of a missing key, the table that lacks it."""
    message: str
    missing_key: str | None = None
    unknown_key: bool = False
    """Whether it is about the key, which is unknown or not allowed, and not about its value."""


def describe(error: Any) -> Iterator[Violation]:
    """The violations that one error of the validator stands for."""
    path: KeyPath = tuple(error.absolute_path)
    keyword = error.validator
    if keyword in ("anyOf", "oneOf") and error.context:
        yield from _closest(error, path)
    elif keyword == "required":
        yield Violation(path, _missing(error), missing_key=error.message)
    elif keyword == "additionalProperties":
        yield Violation(path, _unknown(error, path), unknown_key=True)
    elif keyword == "forbidden":
        yield Violation(path, f"the key {name(path)} is not allowed here", unknown_key=True)
    else:
        say = _WORDS.get(keyword)
        yield Violation(path, say(error, name(path)) if say else _other(error, name(path)))


def name(path: KeyPath) -> str:
    """A place in front matter as people say it.

    >>> name(("tags", 1)), name(("header", "image")), name(("authors", 0, "name")), name(())
    ('item 2 of `tags`', '`header.image`', '`name` of item 1 of `authors`', 'the front matter')
    """
    if not path:
        return "the front matter"
    words: list[str] = []
    for is_item, parts in groupby(path, key=lambda part: isinstance(part, int)):
        found = list(parts)
        words += [f"item {int(part) + 1}" for part in found] if is_item else ["`" + ".".join(map(str, found)) + "`"]
    return " of ".join(reversed(words))


def value(data: Any) -> str:
    """A value as people say it: its kind, and itself where that is short.

    >>> value("yes"), value(None), value(["a", "b"]), value(True)
    ('the text "yes"', 'empty', 'a list', 'true')
    """
    if data is None:
        return "empty"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, str):
        return f'the text "{data}"' if len(data) <= _LONG and "\n" not in data else "text"
    if isinstance(data, int | float):
        return f"the number {data}"
    return "a list" if isinstance(data, list) else "a table of keys"


def either(words: Sequence[str]) -> str:
    """Alternatives as people list them.

    >>> either(["text", "a list", "a number"])
    'text, a list or a number'
    """
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words) or "nothing"


def _types(names: Any) -> list[str]:
    names = [names] if isinstance(names, str) else list(names)
    wanted = [one for one in names if one != "null" and not (one == "integer" and "number" in names)]
    return [_TYPES.get(one, str(one)) for one in wanted or names]


def _values(values: Sequence[Any]) -> str:
    texts = [json.dumps(one, ensure_ascii=False) for one in values if one is not None or len(values) == 1]
    return either(texts if len(texts) <= _SHOWN else [*texts[:_SHOWN], "others"])


def _one_of(data: Any, values: Sequence[Any], what: str) -> str:
    close = get_close_matches(data, [one for one in values if isinstance(one, str)], 1) if isinstance(data, str) else []
    hint = f"; did you mean {json.dumps(close[0], ensure_ascii=False)}?" if close else ""
    return f"{what} is {value(data)}, expected {_values(values)}{hint}"


def _missing(error: Any) -> str:
    key: str = error.message
    subschema = error.schema.get("properties", {}).get(key)
    examples = subschema.get("examples") if isinstance(subschema, dict) else None
    example = f", for example `{key}: {json.dumps(examples[0], ensure_ascii=False)}`" if examples else ""
    where = f" in {name(tuple(error.absolute_path))}" if error.absolute_path else ""
    return f"`{key}` is missing{where}{example}"


def _unknown(error: Any, path: KeyPath) -> str:
    key, known = str(path[-1]), list(error.schema.get("properties", {}))
    close = get_close_matches(key, known, 1)
    if close:
        return f"unknown key {name(path)}, did you mean `{close[0]}`?"
    expected = f", expected {either([f'`{one}`' for one in known])}" if 0 < len(known) <= _SHOWN else ""
    return f"unknown key {name(path)}{expected}"


def _closest(error: Any, path: KeyPath) -> Iterator[Violation]:
    """The branch of alternatives that the author most likely meant."""
    branches = [list(found) for _, found in groupby(error.context, key=lambda one: one.relative_schema_path[0])]
    likely = [branch for branch in branches if not any(_is_other_type(one, error) for one in branch)]
    if not likely:
        types = [
            word
            for branch in branches
            for one in branch
            if _is_other_type(one, error)
            for word in _types(one.validator_value)
        ]
        yield Violation(path, _wrong_type(error, list(dict.fromkeys(types)), name(path)))
        return
    if all(len(branch) == 1 and branch[0].validator in ("enum", "const") for branch in likely):
        allowed = [
            one
            for (found,) in likely
            for one in (found.validator_value if found.validator == "enum" else [found.validator_value])
        ]
        if all(tuple(found.absolute_path) == path for (found,) in likely):
            yield Violation(path, _one_of(error.instance, allowed, name(path)))
            return
    for one in min(likely, key=len):
        yield from describe(one)


def _is_other_type(error: Any, parent: Any) -> bool:
    return error.validator == "type" and len(error.absolute_path) == len(parent.absolute_path)


def _wrong_type(error: Any, expected: Sequence[str], what: str) -> str:
    return f"{what} is {value(error.instance)}, expected {either(expected)}"


def _count(word: str, bound: str) -> Callable[[Any, str], str]:
    def say(error: Any, what: str) -> str:
        one = word.removesuffix("s") if len(error.instance) == 1 else word
        return f"{what} has {len(error.instance)} {one}, expected {bound} {error.validator_value}"

    return say


def _bound(bound: str) -> Callable[[Any, str], str]:
    return lambda error, what: f"{what} is {error.instance}, expected {bound} {error.validator_value}"


def _meant(error: Any) -> str:
    """What the schema's author says of a value, where that was said."""
    said = error.schema.get("description") if isinstance(error.schema, dict) else None
    return f" ({said})" if isinstance(said, str) and said else ""


def _repeated(error: Any, what: str) -> str:
    seen: list[Any] = []
    for one in error.instance:
        if one in seen:
            return f"{what} holds {value(one)} twice"
        seen.append(one)
    return f"{what} holds something twice"


def _min_length(error: Any, what: str) -> str:
    return f"{what} is empty text" if not error.instance else _count("characters", "at least")(error, what)


def _other(error: Any, what: str) -> str:
    if isinstance(error.instance, dict):
        return f"{what} does not fit the schema's `{error.validator or 'false'}`{_meant(error)}"
    return f"{what} is {value(error.instance)}, which the schema does not allow{_meant(error)}"


_WORDS: dict[str, Callable[[Any, str], str]] = {
    "type": lambda error, what: _wrong_type(error, _types(error.validator_value), what),
    "enum": lambda error, what: _one_of(error.instance, error.validator_value, what),
    "const": lambda error, what: _one_of(error.instance, [error.validator_value], what),
    "pattern": lambda error, what: (
        f"{what} is {value(error.instance)}, expected a match of `{error.validator_value}`{_meant(error)}"
    ),
    "tooSlow": lambda error, what: f"the schema's pattern `{error.validator_value}` took too long on {what}",
    "format": lambda error, what: (
        f"{what} is {value(error.instance)}, expected the format `{error.validator_value}`{_meant(error)}"
    ),
    "minLength": _min_length,
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
    "uniqueItems": _repeated,
    "unevaluatedProperties": lambda error, what: f"{what} has keys that the schema does not know",
}
