"""Faults planted in front matter. Tests plant them in generated posts, benchmarks in real ones."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from postlint.core.front_matter import FrontMatter
from postlint.core.post import Post
from postlint.core.text import Edit, Span, apply_edits
from postlint.schema import Schema, load_schema, validate

KINDS = ("wrong type", "misspelled key", "duplicate key", "invalid date")
_MAPPING = {"yaml": "{planted: [1]}", "toml": "{planted = [1]}", "json": '{"planted": [1]}'}
_LIST = "[[1]]"
_WORDS = frozenset({"tile", "daft"})
"""Misspellings that are words, and therefore not reported."""
_INVALID_DATE = '"2021-24-11"'


class Planted(NamedTuple):
    """A text with a planted fault."""

    text: str
    offset: int
    """An offset on the line of the expected finding."""
    key: str


def plant(post: Post, kind: str, rng: random.Random) -> Planted | None:
    """Plant a fault at a random key. Returns None if no key is suitable, or the file is a part of other pages."""
    matter = post.front_matter
    if matter is None or post.generator.sources.is_partial(post.site_path):
        return None
    if not matter.data or post.front_matter_problems or matter.format not in _MAPPING:
        return None
    keys = [key for key in matter.data if _is_plain(post, matter, key)]
    rng.shuffle(keys)
    if kind == "duplicate key":
        return _duplicate(post, matter, keys[0]) if keys else None
    edits = {"wrong type": _wrong_type, "misspelled key": _misspelled, "invalid date": _invalid_date}
    for key in keys:
        edit = edits[kind](post, key, rng)
        if edit:
            return Planted(apply_edits(post.text, [edit]), edit.span.start, key)
    return None


def _is_plain(post: Post, matter: FrontMatter, key: str) -> bool:
    """Whether a key is written without escapes and is followed by its value, without an anchor."""
    position = matter.spans.get((key,))
    if position is None or position.key is None or post.source[position.key].strip("\"'") != key:
        return False
    between = post.text[position.key.end : position.value.start]
    opens_line = post.text[position.key.start - 1] in "\n{, "
    return opens_line and between.strip() in (":", "=") and "&" not in between


def _schema(post: Post) -> Schema:
    return load_schema(post.generator.front_matter.schemas_for(post.site_path)[0])


def _schema_key(post: Post, schema: Schema, key: str) -> str:
    """A key as the schema spells it, if the generator ignores case."""
    if not post.generator.front_matter.keys_ignore_case:
        return key
    return next((known for known in schema.properties if known.lower() == key.lower()), key)


def _wrong_type(post: Post, key: str, _: random.Random) -> Edit | None:
    """A mapping or a list of lists, where the schema allows neither."""
    assert post.front_matter is not None
    schema = _schema(post)
    for value, text in (({"planted": [1]}, _MAPPING[post.front_matter.format]), ([[1]], _LIST)):
        data: dict[str, Any] = {_schema_key(post, schema, key): value}
        if any(violation.path[:1] == (_schema_key(post, schema, key),) for violation in validate(data, schema)):
            return Edit(post.front_matter.span_of((key,)), text)
    return None


def _misspelled(post: Post, key: str, rng: random.Random) -> Edit | None:
    """A key that the schema describes, with two letters swapped, one omitted or one doubled."""
    assert post.front_matter is not None
    schema = _schema(post)
    described = schema.properties.get(_schema_key(post, schema, key), True) is not True
    if not described or len(key) < 5 or not key.isascii() or not key.isalpha():
        return None
    index = rng.randrange(1, len(key) - 2)
    start, first, second, end = key[:index], key[index], key[index + 1], key[index + 2 :]
    word = rng.choice((start + second + first + end, start + second + end, start + first + first + second + end))
    if (
        word == key
        or word in _WORDS
        or any(word.lower() == other.lower() for other in (*schema.known, *post.front_matter.data))
    ):
        return None
    span = post.front_matter.spans[(key,)].key
    assert span is not None
    return Edit(span, post.source[span].replace(key, word))


def _invalid_date(post: Post, key: str, _: random.Random) -> Edit | None:
    if key.lower() not in {date_key.lower() for date_key in post.generator.dates.keys}:
        return None
    assert post.front_matter is not None
    return Edit(post.front_matter.span_of((key,)), _INVALID_DATE)


def _duplicate(post: Post, matter: FrontMatter, key: str) -> Planted | None:
    """A second key with the same name: at the end of YAML, at the start of TOML and JSON."""
    span = matter.spans[(key,)].key
    assert span is not None
    written = post.source[span]
    start, end = matter.content
    if matter.format == "yaml":
        column = post.source.position(span.start).column - 1
        if post.text[end - 1] != "\n" or post.text[span.start - column : span.start].strip():
            return None
        text = f"{' ' * column}{written}: 1\n"
        return Planted(apply_edits(post.text, [Edit(Span(end, end), text)]), end, key)
    text = f"{written} = 1\n" if matter.format == "toml" else f"{written}: 1, "
    offset = start if matter.format == "toml" else post.text.index("{", matter.span.start) + 1
    return Planted(apply_edits(post.text, [Edit(Span(offset, offset), text)]), span.start + len(text), key)
