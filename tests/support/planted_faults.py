"""Errors planted in front matter, real or made: pytest and `benchmarks/` ask whether they are found."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from postlint.core.front_matter import FrontMatter
from postlint.core.post import Post
from postlint.core.text import Edit, Span, apply_edits
from postlint.schema import Schema, load_schema, validate

KINDS = ("wrong type", "misspelt key", "duplicate key", "bad date")
_TABLE = {"yaml": "{planted: [1]}", "toml": "{planted = [1]}", "json": '{"planted": [1]}'}
_LIST = "[[1]]"
_WORDS = frozenset({"tile", "daft"})
"""Slips that are words of their own."""
_BAD_DATE = '"2021-24-11"'


class Planted(NamedTuple):
    """A text with one error more."""

    text: str
    offset: int
    """Where the finding is expected: on this line."""
    key: str


def plant(post: Post, kind: str, chance: random.Random) -> Planted | None:
    """The post's text with an error at a key that chance chooses; None where no key will do, and in a part of pages."""
    matter = post.front_matter
    if matter is None or post.generator.sources.is_partial(post.site_path):
        return None
    if not matter.data or post.front_matter_problems or matter.format not in _TABLE:
        return None
    keys = [key for key in matter.data if _is_plain(post, matter, key)]
    chance.shuffle(keys)
    if kind == "duplicate key":
        return _duplicate(post, matter, keys[0]) if keys else None
    for key in keys:
        edit = {"wrong type": _wrong_type, "misspelt key": _misspelt, "bad date": _bad_date}[kind](post, key, chance)
        if edit:
            return Planted(apply_edits(post.text, [edit]), edit.span.start, key)
    return None


def _is_plain(post: Post, matter: FrontMatter, key: str) -> bool:
    """Whether a key stands as it is, and its value right behind it or on the lines below."""
    place = matter.spans.get((key,))
    if place is None or place.key is None or post.source[place.key].strip("\"'") != key:
        return False
    between = post.text[place.key.end : place.value.start]
    opens_line = post.text[place.key.start - 1] in "\n{, "
    return opens_line and between.strip() in (":", "=") and "&" not in between


def _schema(post: Post) -> Schema:
    return load_schema(post.generator.front_matter.schemas_for(post.site_path)[0])


def _spelt(post: Post, schema: Schema, key: str) -> str:
    if not post.generator.front_matter.keys_ignore_case:
        return key
    return next((known for known in schema.properties if known.lower() == key.lower()), key)


def _wrong_type(post: Post, key: str, _: random.Random) -> Edit | None:
    """A table, or a list of lists, where the schema wants neither."""
    assert post.front_matter is not None
    schema = _schema(post)
    for value, text in (({"planted": [1]}, _TABLE[post.front_matter.format]), ([[1]], _LIST)):
        data: dict[str, Any] = {_spelt(post, schema, key): value}
        if any(one.path[:1] == (_spelt(post, schema, key),) for one in validate(data, schema)):
            return Edit(post.front_matter.span_of((key,)), text)
    return None


def _misspelt(post: Post, key: str, chance: random.Random) -> Edit | None:
    """Two letters swapped, or one left out or doubled, in a key that the schema describes."""
    assert post.front_matter is not None
    schema = _schema(post)
    described = schema.properties.get(_spelt(post, schema, key), True) is not True
    if not described or len(key) < 5 or not key.isascii() or not key.isalpha():
        return None
    at = chance.randrange(1, len(key) - 2)
    word = chance.choice(
        (key[:at] + key[at + 1] + key[at] + key[at + 2 :], key[:at] + key[at + 1 :], key[: at + 1] + key[at:])
    )
    if (
        word == key
        or word in _WORDS
        or any(word.lower() == other.lower() for other in (*schema.known, *post.front_matter.data))
    ):
        return None
    place = post.front_matter.spans[(key,)].key
    assert place is not None
    return Edit(place, post.source[place].replace(key, word))


def _bad_date(post: Post, key: str, _: random.Random) -> Edit | None:
    if key.lower() not in {one.lower() for one in post.generator.dates.keys}:
        return None
    assert post.front_matter is not None
    return Edit(post.front_matter.span_of((key,)), _BAD_DATE)


def _duplicate(post: Post, matter: FrontMatter, key: str) -> Planted | None:
    """The key once more: at the end of YAML, at the start of TOML and JSON, which report the old one."""
    place = matter.spans[(key,)].key
    assert place is not None
    written = post.source[place]
    start, end = matter.content
    if matter.format == "yaml":
        column = post.source.position(place.start).column - 1
        if post.text[end - 1] != "\n" or post.text[place.start - column : place.start].strip():
            return None
        text = f"{' ' * column}{written}: 1\n"
        return Planted(apply_edits(post.text, [Edit(Span(end, end), text)]), end, key)
    text = f"{written} = 1\n" if matter.format == "toml" else f"{written}: 1, "
    at = start if matter.format == "toml" else post.text.index("{", matter.span.start) + 1
    return Planted(apply_edits(post.text, [Edit(Span(at, at), text)]), place.start + len(text), key)
