"""Infer a schema from the front matter of a site's posts, with comments that count how often each key is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from postlint.core.front_matter import KeyPath, RawDate
from postlint.core.messages import quoted
from postlint.core.type_names import type_name
from postlint.schema.infer_strings import infer_format, infer_values, looks_like_typo

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_COMMON = 3
"""The number of posts with a key of which another can be a typo, and of mappings in which a key can be required."""
_MANY_KEYS = 10
"""If a mapping has this many keys, most of them used once, they are names (of people, of files)."""
_TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")


class Sample(NamedTuple):
    """The front matter of one post."""

    data: Mapping[str, Any]
    ignore_case: bool = False
    """Whether the generator treats `Title` and `title` as one key."""


class Outlier(NamedTuple):
    """A key or value that looks like a typo. The schema does not allow it."""

    sample: int
    """The index of the sample."""
    path: KeyPath
    reason: str
    is_key: bool = True
    """Whether the key is the typo; otherwise its value is."""


class Inferred(NamedTuple):
    """A schema that accepts all samples except those with outliers."""

    document: dict[str, Any]
    outliers: tuple[Outlier, ...]


@dataclass(frozen=True, slots=True)
class InferOptions:
    """How strict and detailed the schema is."""

    closed: bool = False
    """Forbid keys that no sample has."""
    enum_limit: int = 10
    """Emit an enum if there are at most this many values; 0: never."""
    depth: int = 2
    """How many levels of nested mappings to describe."""


class _Value(NamedTuple):
    """A value, with its place in the samples."""

    sample: int
    path: KeyPath
    value: Any


def infer(samples: Sequence[Sample], options: InferOptions | None = None) -> Inferred:
    """Infer the schema of the front matter of some posts.

    >>> infer([Sample({"title": "Tea"}), Sample({"title": "Beans", "draft": True})]).document["required"]
    ['title']
    """
    inference = _Inference(options or InferOptions())
    spelling = _spelling(samples)
    mappings = [
        _Value(
            index, (), {(spelling[key.lower()] if ignore_case else key): (key, value) for key, value in data.items()}
        )
        for index, (data, ignore_case) in enumerate(samples)
    ]
    noun = "post" if len(samples) == 1 else "posts"
    head = {"$schema": DRAFT, "$comment": f"inferred from {len(samples)} {noun}", "type": "object"}
    document = {**head, **inference.mapping(mappings, 0)}
    return Inferred(document, tuple(sorted(inference.outliers, key=lambda outlier: outlier.sample)))


def _spelling(samples: Iterable[Sample]) -> dict[str, str]:
    """The most common spelling of each key, by the key in lower case."""
    counts = Counter(key for sample in samples for key in sample.data)
    return {key.lower(): key for key, _ in reversed(counts.most_common())}


class _Inference:
    """Describes all values of one key at a time, from the top level down, and collects outliers."""

    def __init__(self, options: InferOptions) -> None:
        self.options = options
        self.outliers: list[Outlier] = []

    def mapping(self, mappings: Sequence[_Value], level: int) -> dict[str, Any]:
        """The keywords for mappings. Each of their values is a pair of the key as written and the actual value."""
        keys: dict[str, list[_Value]] = {}
        for sample, path, value in mappings:
            for key, (written, inner) in value.items():
                keys.setdefault(key, []).append(_Value(sample, (*path, written), inner))
        if level and _are_names(keys):
            return {}
        typos = _find_typos(keys, mappings)
        unit = "mappings" if level else "posts"
        properties, required = {}, []
        for key in sorted((key for key in keys if key not in typos), key=lambda key: -len(keys[key])):
            count = len(keys[key])
            properties[key] = self.values(keys[key], level, f"in {count} of {len(mappings)} {unit}; ")
            if count + sum(len(keys[typo]) for typo, correct in typos.items() if correct == key) == len(mappings):
                required.append(key)
        for typo, correct in typos.items():
            reason = f"only in this post, probably a typo of {quoted(correct)}, which is in {len(keys[correct])} {unit}"
            self.outliers += [Outlier(value.sample, value.path, reason) for value in keys[typo]]
        keywords: dict[str, Any] = {"properties": properties}
        if required and (not level or len(mappings) >= _COMMON):
            keywords["required"] = required
        return keywords | ({"additionalProperties": False} if self.options.closed else {})

    def values(self, values: Sequence[_Value], level: int, where: str = "") -> dict[str, Any]:
        """The keywords for the values of one key, or for the items of one list."""
        types = Counter(_type_of(value.value) for value in values)
        counts = ", ".join(f"{type_name(name)} {count}" for name, count in types.most_common())
        keywords: dict[str, Any] = {"$comment": where + counts}
        strings = [value for value in values if isinstance(value.value, str)]
        string_format = self._format(strings)
        if not string_format and types.keys() <= {"string", "null"} and (allowed := self._enum(strings)):
            return keywords | {"enum": [*allowed, *([None] if "null" in types else [])]}
        keywords |= {"type": _type_keyword(types)} | string_format
        items = [
            _Value(value.sample, (*value.path, index), item)
            for value in values
            if isinstance(value.value, list)
            for index, item in enumerate(value.value)
        ]
        if items:
            keywords["items"] = self.values(items, level)
        mappings = [
            value._replace(value={key: (key, inner) for key, inner in value.value.items()})
            for value in values
            if isinstance(value.value, Mapping)
        ]
        return keywords | (self.mapping(mappings, level + 1) if mappings and level < self.options.depth else {})

    def _format(self, strings: Sequence[_Value]) -> dict[str, Any]:
        """The keywords for a format that all strings have, such as a date."""
        keywords, outliers = infer_format([string.value for string in strings])
        if outliers:
            reason = f"not a date, unlike the other {len(strings) - len(outliers)}"
            self.outliers += [
                Outlier(string.sample, string.path, reason, is_key=False)
                for string in strings
                if string.value in outliers
            ]
        return keywords

    def _enum(self, strings: Sequence[_Value]) -> list[str]:
        values, typos = infer_values([string.value for string in strings], self.options.enum_limit)
        for string in strings:
            if correct := typos.get(string.value):
                reason = f"{quoted(string.value)} is only in this post, probably a typo of {quoted(correct)}"
                self.outliers.append(Outlier(string.sample, string.path, reason, is_key=False))
        return values


def _find_typos(keys: Mapping[str, Sequence[_Value]], mappings: Sequence[_Value]) -> dict[str, str]:
    """Keys of a single post, each with the common key that it is a typo of and that is not next to it."""
    posts = {key: {value.sample for value in values} for key, values in keys.items()}
    common = sorted((key for key in keys if len(posts[key]) >= _COMMON), key=lambda key: -len(keys[key]))
    mappings_of: dict[int, list[Mapping[str, Any]]] = {}
    for mapping in mappings:
        mappings_of.setdefault(mapping.sample, []).append(mapping.value)
    typos = {}
    for key in [key for key in keys if len(posts[key]) == 1]:
        siblings = {other for mapping in mappings_of[keys[key][0].sample] if key in mapping for other in mapping}
        correct = next((other for other in common if other not in siblings and looks_like_typo(key, other)), None)
        if correct is not None:
            typos[key] = correct
    return typos


def _are_names(keys: Mapping[str, Sequence[_Value]]) -> bool:
    used_once = sum(len({value.sample for value in values}) == 1 for values in keys.values())
    return len(keys) >= _MANY_KEYS and used_once * 2 > len(keys)


def _type_of(value: Any) -> str:
    """The name of a type in JSON Schema, or `date`."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return "date" if isinstance(value, RawDate) else "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "number" if isinstance(value, float) else "array" if isinstance(value, list) else "object"


def _type_keyword(types: Iterable[str]) -> str | list[str]:
    """The value of the keyword `type`."""
    allowed = {"string" if name == "date" else name for name in types}
    if "number" in allowed:
        allowed.discard("integer")
    names = [name for name in _TYPES if name in allowed]
    return names[0] if len(names) == 1 else names
