"""A schema from the front matter that a site's posts have: what they all keep to, with counts for whoever reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from postlint.core.front_matter import KeyPath, RawDate
from postlint.schema.texts import few_values, form_of, looks_like

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_COMMON = 3
"""In so many posts a key must be for another to be a slip of it, and so many tables for a key to be required in all."""
_MANY = 10
"""So many keys, most of them in one post alone, are names (of people, of files) and not a vocabulary."""
_TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
_WORDS = {
    "date": "date", "string": "text", "integer": "whole number", "number": "number", "boolean": "boolean",
    "array": "list", "object": "table", "null": "null",
}  # fmt: skip


class Sample(NamedTuple):
    """One post's front matter."""

    data: Mapping[str, Any]
    ignore_case: bool = False
    """Whether `Title` and `title` are one key to its generator."""


class Outlier(NamedTuple):
    """A key or value that looks like a slip: the schema does not know it."""

    sample: int
    """Which of the samples has it, from 0."""
    path: KeyPath
    why: str
    is_key: bool = True
    """Whether the key is at fault, and not its value."""


class Inferred(NamedTuple):
    """A schema that accepts all samples but those with outliers."""

    document: dict[str, Any]
    outliers: tuple[Outlier, ...]


@dataclass(frozen=True, slots=True)
class InferOptions:
    """What the schema shall say."""

    closed: bool = False
    """Allow no keys but those that were found."""
    enum_limit: int = 10
    """List the allowed values where there are no more than so many; 0: never."""
    depth: int = 2
    """How many levels of tables inside tables to describe."""


class _Seen(NamedTuple):
    """A value, and where it was found."""

    sample: int
    path: KeyPath
    value: Any


def infer(samples: Sequence[Sample], options: InferOptions | None = None) -> Inferred:
    """The schema of some posts' front matter.

    >>> infer([Sample({"title": "Tea"}), Sample({"title": "Beans", "draft": True})]).document["required"]
    ['title']
    """
    walk = _Walk(options or InferOptions())
    spelling = _spelling(samples)
    tables = [
        _Seen(index, (), {(spelling[key.lower()] if ignore_case else key): (key, value) for key, value in data.items()})
        for index, (data, ignore_case) in enumerate(samples)
    ]
    noun = "post" if len(samples) == 1 else "posts"
    head = {"$schema": DRAFT, "$comment": f"inferred from {len(samples)} {noun}", "type": "object"}
    document = {**head, **walk.table(tables, 0)}
    return Inferred(document, tuple(sorted(walk.outliers, key=lambda one: one.sample)))


def _spelling(samples: Iterable[Sample]) -> dict[str, str]:
    """The commonest spelling of each key, by the key in lower case."""
    counts = Counter(key for sample in samples for key in sample.data)
    return {key.lower(): key for key, _ in reversed(counts.most_common())}


class _Walk:
    """Goes down through all values of one place at a time; gathers outliers on the way."""

    def __init__(self, options: InferOptions) -> None:
        self.options = options
        self.outliers: list[Outlier] = []

    def table(self, seen: Sequence[_Seen], level: int) -> dict[str, Any]:
        """What tables have in common; each of their values comes with its key as it is written."""
        keys: dict[str, list[_Seen]] = {}
        for sample, path, value in seen:
            for key, (written, inner) in value.items():
                keys.setdefault(key, []).append(_Seen(sample, (*path, written), inner))
        if level and _are_names(keys):
            return {}
        slips = _slips(keys, seen)
        unit = "tables" if level else "posts"
        properties, required = {}, []
        for key in sorted((key for key in keys if key not in slips), key=lambda key: -len(keys[key])):
            count = len(keys[key])
            properties[key] = self.value(keys[key], level, f"in {count} of {len(seen)} {unit}; ")
            if count + sum(len(keys[slip]) for slip, meant in slips.items() if meant == key) == len(seen):
                required.append(key)
        for slip, meant in slips.items():
            why = f"in this post alone, and looks like `{meant}`, which is in {len(keys[meant])} {unit}"
            self.outliers += [Outlier(one.sample, one.path, why) for one in keys[slip]]
        found: dict[str, Any] = {"properties": properties}
        if required and (not level or len(seen) >= _COMMON):
            found["required"] = required
        return found | ({"additionalProperties": False} if self.options.closed else {})

    def value(self, seen: Sequence[_Seen], level: int, where: str = "") -> dict[str, Any]:
        """What the values at one place have in common."""
        kinds = Counter(_kind(one.value) for one in seen)
        said = ", ".join(f"{_WORDS[kind]} {count}" for kind, count in kinds.most_common())
        found: dict[str, Any] = {"$comment": where + said}
        texts = [one for one in seen if isinstance(one.value, str)]
        form = self._form(texts)
        if not form and kinds.keys() <= {"string", "null"} and (values := self._enum(texts)):
            return found | {"enum": [*values, *([None] if "null" in kinds else [])]}
        found |= {"type": _types(kinds)} | form
        items = [
            _Seen(one.sample, (*one.path, at), item)
            for one in seen
            if isinstance(one.value, list)
            for at, item in enumerate(one.value)
        ]
        if items:
            found["items"] = self.value(items, level)
        tables = [
            one._replace(value={key: (key, inner) for key, inner in one.value.items()})
            for one in seen
            if isinstance(one.value, Mapping)
        ]
        return found | (self.table(tables, level + 1) if tables and level < self.options.depth else {})

    def _form(self, texts: Sequence[_Seen]) -> dict[str, Any]:
        """The keywords for a form that all texts have, such as a date."""
        keywords, misfits = form_of([one.value for one in texts])
        if misfits:
            why = f"is no date, as the other {len(texts) - len(misfits)} are"
            self.outliers += [Outlier(one.sample, one.path, why, is_key=False) for one in texts if one.value in misfits]
        return keywords

    def _enum(self, texts: Sequence[_Seen]) -> list[str]:
        values, slips = few_values([one.value for one in texts], self.options.enum_limit)
        for one in texts:
            if meant := slips.get(one.value):
                why = f'"{one.value}" is in this post alone, and looks like "{meant}"'
                self.outliers.append(Outlier(one.sample, one.path, why, is_key=False))
        return values


def _slips(keys: Mapping[str, Sequence[_Seen]], tables: Sequence[_Seen]) -> dict[str, str]:
    """Keys of one post alone, each with the common key that it looks like and that is not beside it."""
    posts = {key: {one.sample for one in found} for key, found in keys.items()}
    common = sorted((key for key in keys if len(posts[key]) >= _COMMON), key=lambda key: -len(keys[key]))
    tables_of: dict[int, list[Mapping[str, Any]]] = {}
    for one in tables:
        tables_of.setdefault(one.sample, []).append(one.value)
    found = {}
    for key in [key for key in keys if len(posts[key]) == 1]:
        beside = {other for table in tables_of[keys[key][0].sample] if key in table for other in table}
        meant = next((one for one in common if one not in beside and looks_like(key, one)), None)
        if meant is not None:
            found[key] = meant
    return found


def _are_names(keys: Mapping[str, Sequence[_Seen]]) -> bool:
    alone = sum(len({one.sample for one in found}) == 1 for found in keys.values())
    return len(keys) >= _MANY and alone * 2 > len(keys)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return "date" if isinstance(value, RawDate) else "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "number" if isinstance(value, float) else "array" if isinstance(value, list) else "object"


def _types(kinds: Iterable[str]) -> str | list[str]:
    found = {"string" if kind == "date" else kind for kind in kinds}
    if "number" in found:
        found.discard("integer")
    names = [name for name in _TYPES if name in found]
    return names[0] if len(names) == 1 else names
