"""Schemas inferred from front matter: keywords, outliers, and that they accept the posts they come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.core.front_matter import RawDate
from postlint.schema import Schema, validate
from postlint.schema.infer import DRAFT, InferOptions, Inferred, Sample, infer

CLOSED = InferOptions(closed=True)


def inferred(*posts: Mapping[str, Any], options: InferOptions | None = None, ignore_case: bool = False) -> Inferred:
    return infer([Sample(data, ignore_case) for data in posts], options)


def document(*posts: Mapping[str, Any], **options: Any) -> dict[str, Any]:
    return inferred(*posts, options=InferOptions(**options)).document


def without_comments(schema: Any) -> Any:
    """A schema without comments, except properties that are named `$comment`."""
    if isinstance(schema, list):
        return [without_comments(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without_comments(part) for key, part in schema.items() if key != "$comment"}


def schema_for(*values: Any, **options: Any) -> Any:
    """The schema of a key with these values."""
    return without_comments(document(*({"key": value} for value in values), **options)["properties"]["key"])


def violations(result: Inferred, data: Mapping[str, Any]) -> list[str]:
    """The messages of violations of the schema, after it was written and read again."""
    return [violation.message for violation in validate(data, schema_of(result))]


def schema_of(result: Inferred) -> Schema:
    schema = json.loads(json.dumps(result.document))
    return Schema("post", False, schema["properties"], frozenset(schema["properties"]), schema, Path())


def test_draft_and_counts() -> None:
    result = document({"title": "Tea"}, {"title": None}, {"title": "Beans", "draft": True})
    assert result == {
        "$schema": DRAFT,
        "$comment": "inferred from 3 posts",
        "type": "object",
        "properties": {
            "title": {"$comment": "in 3 of 3 posts; string 2, null 1", "type": ["string", "null"]},
            "draft": {"$comment": "in 1 of 3 posts; boolean 1", "type": "boolean"},
        },
        "required": ["title"],
    }


def test_most_common_keys_come_first() -> None:
    result = document({"b": 1}, {"c": 1, "a": 1}, {"a": 1, "c": 1}, {"a": 1})
    assert list(result["properties"]) == ["a", "c", "b"]
    assert "required" not in result


def test_dates_are_counted_separately() -> None:
    result = document({"date": RawDate("2025-05-11")}, {"date": "soon"})
    assert result["properties"]["date"] == {"$comment": "in 2 of 2 posts; date 1, string 1", "type": "string"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2], {"type": "integer"}),
        ([1, 2.5], {"type": "number"}),
        ([True, 1], {"type": ["integer", "boolean"]}),
        ([None, None], {"type": "null"}),
        ([[]], {"type": "array"}),
        (["a", ["b"]], {"type": ["string", "array"], "items": {"type": "string"}}),
        ([[1, "b"]], {"type": "array", "items": {"type": ["string", "integer"]}}),
        ([[["a"]]], {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}),
    ],
)
def test_types(values: list[Any], expected: dict[str, Any]) -> None:
    assert schema_for(*values) == expected


def test_depth_of_nested_mappings() -> None:
    value = {"one": {"two": {"three": 1}}}
    inner = schema_for(value)["properties"]["one"]["properties"]["two"]
    assert inner == {"type": "object"}
    assert schema_for(value, depth=3)["properties"]["one"]["properties"]["two"]["properties"] == {
        "three": {"type": "integer"}
    }
    assert schema_for(value, depth=0) == {"type": "object"}


def test_required_keys_of_nested_mappings() -> None:
    authors = [{"name": "Ann", "site": "a"}, {"name": "Ben"}]
    assert "required" not in schema_for(authors)["items"]
    assert schema_for(authors, [{"name": "Cleo"}])["items"]["required"] == ["name"]
    comment = document({"a": authors}, {"a": [{"name": "Cleo"}]})["properties"]["a"]["items"]["properties"]["site"]
    assert comment["$comment"] == "in 1 of 3 mappings; string 1"


def test_mapping_with_names_as_keys_is_not_described() -> None:
    posts = [{f"Author {number}{letter}": "x" for letter in "ab"} for number in range(5)]
    assert schema_for(*posts, closed=True) == {"type": "object"}
    assert len(document(*posts, closed=True)["properties"]) == 10


def test_closed_nested_mappings() -> None:
    result = inferred({"author": {"name": "Ann"}}, options=CLOSED)
    assert result.document["additionalProperties"] is False
    assert violations(result, {"author": {"nom": "Ann"}}) == ['unknown key "author.nom", expected "name"']
    assert not violations(inferred({"author": {"name": "Ann"}}), {"author": {"nom": "Ann"}, "more": 1})


def test_dates_in_several_formats() -> None:
    result = inferred({"date": "2025-05-11"}, {"date": "2025-5-1 09:30:00 +0200"})
    assert "format" not in result.document["properties"]["date"]
    assert not violations(result, {"date": "2026-01-01 10:00"})
    assert violations(result, {"date": "11 May 2025"}) == [
        '"date" is the string "11 May 2025", expected a match of '
        f"`{result.document['properties']['date']['pattern']}` (a date, as in 2025-05-11 or 2025-05-11 09:30:00)"
    ]


def test_format_of_strings_among_other_types() -> None:
    result = inferred({"date": "2025-05-11"}, {"date": None}, {"date": {"created": "2025-05-11"}})
    assert not violations(result, {"date": None})
    assert violations(result, {"date": "2025-13-11"})
    assert violations(result, {"date": {"created": "today"}})


def test_string_among_many_dates_is_an_outlier() -> None:
    posts = [{"date": f"2025-05-11 10:00:{second:02}"} for second in range(59)]
    wrong = {"date": "2025-05-11 10:00 2025"}
    result = inferred(*posts, wrong)
    assert [outlier[:2] for outlier in result.outliers] == [(59, ("date",))]
    assert result.outliers[0].reason == "not a date, unlike the other 59"
    assert not result.outliers[0].is_key
    assert violations(result, wrong)
    assert "pattern" not in inferred(*posts[:40], wrong).document["properties"]["date"]


def test_repeated_values_become_an_enum() -> None:
    layouts = ["post"] * 8 + ["page"] * 2
    assert schema_for(*layouts) == {"enum": ["post", "page"]}
    assert schema_for(*layouts, None) == {"enum": ["post", "page", None]}
    assert schema_for(*layouts[:5]) == {"enum": ["post"]}
    assert schema_for(*layouts, True) == {"type": ["string", "boolean"]}
    assert schema_for(*layouts, enum_limit=1) == schema_for(*layouts, enum_limit=0) == {"type": "string"}


def test_typo_in_a_value_is_an_outlier() -> None:
    posts = [{"layout": "post"}] * 9
    result = inferred(*posts, {"layout": "psot"})
    assert result.document["properties"]["layout"]["enum"] == ["post"]
    (outlier,) = result.outliers
    assert outlier == (9, ("layout",), '"psot" is only in this post, probably a typo of "post"', False)
    assert violations(result, {"layout": "psot"}) == [
        '"layout" is the string "psot", expected "post", did you mean "post"?'
    ]


def test_repeated_items_become_an_enum() -> None:
    kinds = [{"kinds": ["green", "black"]}] * 5
    result = inferred(*kinds, {"kinds": ["green", "blakc"]})
    assert result.document["properties"]["kinds"]["items"]["enum"] == ["green", "black"]
    assert [outlier.path for outlier in result.outliers] == [("kinds", 1)]


def test_typo_in_a_key_is_an_outlier_and_the_correct_key_stays_required() -> None:
    posts = [{"title": "Tea", "tags": ["a"]}] * 3
    result = inferred(*posts, {"tilte": "Beans", "tags": ["b"]}, options=CLOSED)
    assert list(result.document["properties"]) == ["tags", "title"]
    assert result.document["required"] == ["tags", "title"]
    (outlier,) = result.outliers
    assert outlier == (3, ("tilte",), 'only in this post, probably a typo of "title", which is in 3 posts', True)
    assert violations(result, {"tilte": "Beans", "tags": ["b"]}) == [
        'missing key "title"',
        'unknown key "tilte", did you mean "title"?',
    ]


def test_typo_in_a_nested_key_is_an_outlier() -> None:
    posts = [{"author": {"name": "Ann", "homepage": "x"}}] * 4
    result = inferred(*posts, {"author": {"name": "Ben", "hompage": "x"}}, options=CLOSED)
    assert [(outlier.sample, outlier.path) for outlier in result.outliers] == [(4, ("author", "hompage"))]
    assert list(result.document["properties"]["author"]["properties"]) == ["name", "homepage"]


@pytest.mark.parametrize(
    "other",
    [
        {"tilte": "Beans", "title": "Beans"},  # both keys
        {"titles": "Beans"},  # a plural
        {"title2": "Beans"},  # a number
        {"kettle": "Beans"},
    ],
)
def test_different_key_is_not_an_outlier(other: dict[str, str]) -> None:
    result = inferred({"title": "Tea"}, {"title": "Tea"}, {"title": "Tea"}, other, options=CLOSED)
    assert not result.outliers
    assert not violations(result, other)


def test_key_of_two_posts_is_not_an_outlier() -> None:
    posts = [{"title": "Tea"}] * 4 + [{"tilte": "Beans"}] * 2
    assert not inferred(*posts).outliers


def test_most_common_spelling_if_case_is_ignored() -> None:
    posts = [{"Title": "Tea"}, {"title": "Tea"}, {"title": "Beans"}]
    assert inferred(*posts, ignore_case=True).document["required"] == ["title"]
    assert "required" not in inferred(*posts).document
    result = inferred(*posts, {"TITEL": "Soup"}, options=CLOSED, ignore_case=True)
    assert [outlier.path for outlier in result.outliers] == [("TITEL",)]


def test_no_posts() -> None:
    assert infer([]).document["properties"] == {}


KEYS = st.sampled_from(["title", "tilte", "date", "tags", "layout", "$ref", "", "a b", "Title"]) | st.text(max_size=6)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.sampled_from(["post", "psot", "page", "2025-05-11", "2025-5-1", "2025-05-11T10:00:00Z", "a@b.org"])
    | st.sampled_from(["https://example.org", "2025-02-30", "\ud800", "2025-05-11\n"])
    | st.dates().map(lambda day: RawDate(day.isoformat()))
    | st.datetimes().map(lambda time: RawDate(time.isoformat(" ")))
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=8
)
POST = st.dictionaries(KEYS, VALUES, max_size=5)


@st.composite
def posts(draw: st.DrawFn) -> Sequence[dict[str, Any]]:
    """Posts of a few kinds, each kind several times, so that they have something in common."""
    kinds = draw(st.lists(POST, min_size=1, max_size=4))
    return [post for kind in kinds for post in [kind] * draw(st.integers(1, 12))]


@settings(max_examples=100)
@given(posts(), st.booleans(), st.integers(0, 3), st.integers(0, 12))
def test_schema_accepts_the_posts_that_it_comes_from(
    samples: Sequence[dict[str, Any]], closed: bool, depth: int, enum_limit: int
) -> None:
    result = inferred(*samples, options=InferOptions(closed, enum_limit, depth))
    schema, listed = schema_of(result), {outlier.sample for outlier in result.outliers}
    rejected = [number for number, post in enumerate(samples) if number not in listed and validate(post, schema)]
    assert rejected == []


@settings(max_examples=50)
@given(posts())
def test_order_of_posts_only_affects_the_order_of_keys(samples: Sequence[dict[str, Any]]) -> None:
    there, back = inferred(*samples).document, inferred(*reversed(samples)).document
    assert there["properties"].keys() == back["properties"].keys()
    assert sorted(there.get("required", ())) == sorted(back.get("required", ()))
