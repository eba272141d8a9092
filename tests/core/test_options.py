"""Options: what mappings become, and the errors for those that do not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from postlint.core.options import OptionError, build, describe, json_schema, toml


@dataclass(frozen=True, slots=True)
class Pattern:
    find: str
    """What to look for."""
    put: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    title_counts: bool = False
    """Take the title
    as a heading."""
    line_length: int = 80
    share: float = 0.5
    style: Literal["atx", "closed", "consistent"] = "consistent"
    names: tuple[str, ...] = ()
    lines: int | tuple[int, ...] = 1
    separator: bool | str = True
    schema: str | None = None
    patterns: tuple[Pattern, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)


def make(**table: Any) -> Options:
    return build(Options, table, "x/y")


def test_empty_mapping_gives_the_defaults() -> None:
    assert build(Options, {}, "x/y") == Options()


@pytest.mark.parametrize("key", ["title-counts", "title_counts"])
def test_keys_are_read_in_kebab_and_snake_case(key: str) -> None:
    assert build(Options, {key: True}, "x/y").title_counts is True


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("share", 1, 1.0),
        ("style", "atx", "atx"),
        ("names", ["a", "b"], ("a", "b")),
        ("lines", 2, 2),
        ("lines", [1, 2], (1, 2)),
        ("separator", "---", "---"),
        ("schema", "post", "post"),
        ("patterns", [{"find": "a"}], (Pattern("a"),)),
        ("limits", {"title": 3}, {"title": 3}),
    ],
)
def test_values_of_every_type_are_read(key: str, value: Any, read: Any) -> None:
    assert getattr(make(**{key: value}), key) == read


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"titel-counts": True}, 'x/y: unknown option "titel-counts", did you mean "title-counts"?'),
        ({"title-counts": 1}, "x/y: title-counts is 1, expected a boolean"),
        ({"line-length": True}, "x/y: line-length is true, expected an integer"),
        ({"line-length": 8.5}, "x/y: line-length is 8.5, expected an integer"),
        ({"style": "setext"}, 'x/y: style is "setext", expected "atx", "closed" or "consistent"'),
        ({"names": "a"}, 'x/y: names is "a", expected a list of strings'),
        ({"names": ["a", 1]}, "x/y: names[1] is 1, expected a string"),
        ({"lines": "2"}, 'x/y: lines is "2", expected an integer or a list of integers'),
        ({"patterns": [{}]}, "x/y: patterns[0]: `find` is missing"),
        ({"patterns": [{"fnd": "a"}]}, 'x/y: patterns[0]: unknown option "fnd", did you mean "find"?'),
        ({"limits": {"title": "long"}}, 'x/y: limits.title is "long", expected an integer'),
        ({"limits": []}, "x/y: limits is a list, expected a mapping"),
    ],
)
def test_error_names_what_is_there_and_what_was_expected(table: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError) as error:
        build(Options, table, "x/y")
    assert str(error.value) == message


def test_unknown_option_without_a_similar_one_lists_all() -> None:
    with pytest.raises(OptionError, match='unknown option "zzz", expected one of find, put'):
        build(Pattern, {"zzz": 1}, "x/y")


def test_mapping_replaces_values_of_the_base() -> None:
    built = build(Options, {"names": ["b"]}, "x/y", {"names": ("a",), "line_length": 1})
    assert (built.names, built.line_length) == (("b",), 1)


def test_dataclass_may_reject_values() -> None:
    @dataclass(frozen=True)
    class Strict:
        size: int = 1

        def __post_init__(self) -> None:
            if self.size < 1:
                raise ValueError("size must be positive")

    with pytest.raises(OptionError, match="x/y: size must be positive"):
        build(Strict, {}, "x/y", {"size": 0})


def test_schema_has_types_defaults_and_docstrings() -> None:
    schema = json_schema(Options)
    assert schema["additionalProperties"] is False
    properties = schema["properties"]
    assert properties["title-counts"] == {
        "description": "Take the title as a heading.",
        "type": "boolean",
        "default": False,
    }
    assert properties["style"]["enum"] == ["atx", "closed", "consistent"]
    assert properties["lines"]["anyOf"] == [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]
    assert properties["schema"] == {"type": "string"}
    assert properties["patterns"]["items"]["required"] == ["find"]
    assert properties["limits"]["additionalProperties"] == {"type": "integer"}


def test_every_option_is_described() -> None:
    described = {option.name: option for option in describe(Options)}
    assert list(described)[:2] == ["title-counts", "line-length"]
    assert described["title-counts"] == (
        "title-counts",
        "a boolean",
        "false",
        "Take the title as a heading.",
    )
    assert described["schema"].default == ""


def test_values_as_toml() -> None:
    assert toml({"a": (1, "b")}) == '{a = [1, "b"]}'
    assert toml({"a": Pattern("b", "c")}) == '{a = {find = "b", put = "c"}}'


@dataclass(frozen=True, slots=True)
class Named:
    patterns: Mapping[str, Pattern] = field(default_factory=lambda: {"a": Pattern("b", "c")})
    """By name."""


def test_mapping_of_dataclasses() -> None:
    read = build(Named, {"patterns": {"d": {"find": "e"}}}, "x/y")
    assert read.patterns == {"d": Pattern("e")}
    assert json_schema(Named)["properties"]["patterns"]["default"] == {"a": {"find": "b", "put": "c"}}
