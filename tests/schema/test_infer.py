"""Schemas inferred from front matter: what they say, what they leave out, and that they accept what they came from."""

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
from postlint.schema.texts import few_values, form_of

CLOSED = InferOptions(closed=True)


def inferred(*posts: Mapping[str, Any], options: InferOptions | None = None, ignore_case: bool = False) -> Inferred:
    return infer([Sample(data, ignore_case) for data in posts], options)


def document(*posts: Mapping[str, Any], **options: Any) -> dict[str, Any]:
    return inferred(*posts, options=InferOptions(**options)).document


def without_comments(schema: Any) -> Any:
    """A schema without what it says for people alone; a property may be called `$comment`, too."""
    if isinstance(schema, list):
        return [without_comments(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without_comments(part) for key, part in schema.items() if key != "$comment"}


def about(*values: Any, **options: Any) -> Any:
    """What is said of a key with these values."""
    return without_comments(document(*({"key": value} for value in values), **options)["properties"]["key"])


def refusals(found: Inferred, data: Mapping[str, Any]) -> list[str]:
    """What the schema, written and read again, says of front matter."""
    return [one.message for one in validate(data, schema_of(found))]


def schema_of(found: Inferred) -> Schema:
    read = json.loads(json.dumps(found.document))
    return Schema("post", False, read["properties"], frozenset(read["properties"]), read, Path())


def test_a_schema_says_its_draft_and_counts_posts() -> None:
    found = document({"title": "Tea"}, {"title": None}, {"title": "Beans", "draft": True})
    assert found == {
        "$schema": DRAFT,
        "$comment": "inferred from 3 posts",
        "type": "object",
        "properties": {
            "title": {"$comment": "in 3 of 3 posts; text 2, null 1", "type": ["string", "null"]},
            "draft": {"$comment": "in 1 of 3 posts; boolean 1", "type": "boolean"},
        },
        "required": ["title"],
    }


def test_the_commonest_keys_come_first() -> None:
    found = document({"b": 1}, {"c": 1, "a": 1}, {"a": 1, "c": 1}, {"a": 1})
    assert list(found["properties"]) == ["a", "c", "b"]
    assert "required" not in found


def test_dates_are_counted_apart_from_text() -> None:
    found = document({"date": RawDate("2025-05-11")}, {"date": "soon"})
    assert found["properties"]["date"] == {"$comment": "in 2 of 2 posts; date 1, text 1", "type": "string"}


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
    assert about(*values) == expected


def test_tables_are_described_two_levels_deep() -> None:
    value = {"one": {"two": {"three": 1}}}
    inner = about(value)["properties"]["one"]["properties"]["two"]
    assert inner == {"type": "object"}
    assert about(value, depth=3)["properties"]["one"]["properties"]["two"]["properties"] == {
        "three": {"type": "integer"}
    }
    assert about(value, depth=0) == {"type": "object"}


def test_a_key_of_tables_is_required_where_there_are_some_of_them() -> None:
    authors = [{"name": "Ann", "site": "a"}, {"name": "Ben"}]
    assert "required" not in about(authors)["items"]
    assert about(authors, [{"name": "Cleo"}])["items"]["required"] == ["name"]
    comment = document({"a": authors}, {"a": [{"name": "Cleo"}]})["properties"]["a"]["items"]["properties"]["site"]
    assert comment["$comment"] == "in 1 of 3 tables; text 1"


def test_a_table_whose_keys_are_names_is_no_vocabulary() -> None:
    posts = [{f"Author {number}{letter}": "x" for letter in "ab"} for number in range(5)]
    assert about(*posts, closed=True) == {"type": "object"}
    assert len(document(*posts, closed=True)["properties"]) == 10


def test_closed_holds_for_tables_inside() -> None:
    found = inferred({"author": {"name": "Ann"}}, options=CLOSED)
    assert found.document["additionalProperties"] is False
    assert refusals(found, {"author": {"nom": "Ann"}}) == ["unknown key `author.nom`, expected `name`"]
    assert not refusals(inferred({"author": {"name": "Ann"}}), {"author": {"nom": "Ann"}, "more": 1})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2025-05-11", "2024-02-29"], {"format": "date"}),
        (["2025-05-11T10:00:00Z", "2025-05-11T10:00:00.5+02:00"], {"format": "date-time"}),
        (["a.b@example.org"], {"format": "email"}),
        (["https://example.org", "http://example.org/a%20b?c=d#e"], {"format": "uri"}),
        (["2025-05-11", "2025-02-30x"], {}),
        (["https://example.org", ""], {}),
        (["https://exämple.org"], {}),
        (["ann@example"], {}),
        ([], {}),
    ],
)
def test_forms(texts: list[str], expected: dict[str, str]) -> None:
    keywords, misfits = form_of(texts)
    assert {key: value for key, value in keywords.items() if key == "format"} == expected
    assert not misfits


def test_dates_of_several_forms_are_dates() -> None:
    found = inferred({"date": "2025-05-11"}, {"date": "2025-5-1 09:30:00 +0200"})
    assert "format" not in found.document["properties"]["date"]
    assert not refusals(found, {"date": "2026-01-01 10:00"})
    assert refusals(found, {"date": "11 May 2025"}) == [
        '`date` is the text "11 May 2025", expected a match of '
        f"`{found.document['properties']['date']['pattern']}` (a date, as in 2025-05-11 or 2025-05-11 09:30:00)"
    ]


def test_forms_hold_for_texts_beside_other_types() -> None:
    found = inferred({"date": "2025-05-11"}, {"date": None}, {"date": {"created": "2025-05-11"}})
    assert not refusals(found, {"date": None})
    assert refusals(found, {"date": "2025-13-11"})
    assert refusals(found, {"date": {"created": "today"}})


def test_one_misfit_among_many_dates_is_an_outlier() -> None:
    posts = [{"date": f"2025-05-11 10:00:{second:02}"} for second in range(59)]
    wrong = {"date": "2025-05-11 10:00 2025"}
    found = inferred(*posts, wrong)
    assert [one[:2] for one in found.outliers] == [(59, ("date",))]
    assert found.outliers[0].why == "is no date, as the other 59 are"
    assert not found.outliers[0].is_key
    assert refusals(found, wrong)
    assert "pattern" not in inferred(*posts[:40], wrong).document["properties"]["date"]


def test_values_that_are_used_again_and_again_are_listed() -> None:
    layouts = ["post"] * 8 + ["page"] * 2
    assert about(*layouts) == {"enum": ["post", "page"]}
    assert about(*layouts, None) == {"enum": ["post", "page", None]}
    assert about(*layouts[:5]) == {"enum": ["post"]}
    assert about(*layouts, True) == {"type": ["string", "boolean"]}
    assert about(*layouts, enum_limit=1) == about(*layouts, enum_limit=0) == {"type": "string"}


@pytest.mark.parametrize(
    "texts",
    [
        ["post"] * 4,
        ["a", "b", "c"] * 3,
        ["post"] * 18 + ["page"],
        [""] * 20,
        ["A long text that is the same in each and every post"] * 20,
        ["two\nlines"] * 20,
    ],
)
def test_values_that_say_nothing_are_not_listed(texts: list[str]) -> None:
    assert few_values(texts, 10) == ([], {})


def test_a_value_used_once_among_very_many_is_listed() -> None:
    assert few_values(["post"] * 40 + ["page"], 10) == (["post", "page"], {})


def test_a_slip_in_a_value_is_an_outlier() -> None:
    posts = [{"layout": "post"}] * 9
    found = inferred(*posts, {"layout": "psot"})
    assert found.document["properties"]["layout"]["enum"] == ["post"]
    (outlier,) = found.outliers
    assert outlier == (9, ("layout",), '"psot" is in this post alone, and looks like "post"', False)
    assert refusals(found, {"layout": "psot"}) == ['`layout` is the text "psot", expected "post"; did you mean "post"?']


def test_items_of_lists_are_listed_too() -> None:
    kinds = [{"kinds": ["green", "black"]}] * 5
    found = inferred(*kinds, {"kinds": ["green", "blakc"]})
    assert found.document["properties"]["kinds"]["items"]["enum"] == ["green", "black"]
    assert [one.path for one in found.outliers] == [("kinds", 1)]


def test_a_slip_in_a_key_is_an_outlier_and_does_not_excuse_the_post() -> None:
    posts = [{"title": "Tea", "tags": ["a"]}] * 3
    found = inferred(*posts, {"tilte": "Beans", "tags": ["b"]}, options=CLOSED)
    assert list(found.document["properties"]) == ["tags", "title"]
    assert found.document["required"] == ["tags", "title"]
    (outlier,) = found.outliers
    assert outlier == (3, ("tilte",), "in this post alone, and looks like `title`, which is in 3 posts", True)
    assert refusals(found, {"tilte": "Beans", "tags": ["b"]}) == [
        "`title` is missing",
        "unknown key `tilte`, did you mean `title`?",
    ]


def test_a_slip_inside_a_table_is_an_outlier() -> None:
    posts = [{"author": {"name": "Ann", "homepage": "x"}}] * 4
    found = inferred(*posts, {"author": {"name": "Ben", "hompage": "x"}}, options=CLOSED)
    assert [(one.sample, one.path) for one in found.outliers] == [(4, ("author", "hompage"))]
    assert list(found.document["properties"]["author"]["properties"]) == ["name", "homepage"]


@pytest.mark.parametrize(
    "other",
    [
        {"tilte": "Beans", "title": "Beans"},  # both are there
        {"titles": "Beans"},  # a plural
        {"title2": "Beans"},  # a number
        {"kettle": "Beans"},
    ],
)
def test_a_key_of_its_own_is_no_outlier(other: dict[str, str]) -> None:
    found = inferred({"title": "Tea"}, {"title": "Tea"}, {"title": "Tea"}, other, options=CLOSED)
    assert not found.outliers
    assert not refusals(found, other)


def test_a_key_of_two_posts_is_no_outlier() -> None:
    posts = [{"title": "Tea"}] * 4 + [{"tilte": "Beans"}] * 2
    assert not inferred(*posts).outliers


def test_where_case_says_nothing_the_commonest_spelling_counts() -> None:
    posts = [{"Title": "Tea"}, {"title": "Tea"}, {"title": "Beans"}]
    assert inferred(*posts, ignore_case=True).document["required"] == ["title"]
    assert "required" not in inferred(*posts).document
    found = inferred(*posts, {"TITEL": "Soup"}, options=CLOSED, ignore_case=True)
    assert [one.path for one in found.outliers] == [("TITEL",)]


def test_no_posts_give_a_schema_that_says_nothing() -> None:
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
    | st.dates().map(lambda one: RawDate(one.isoformat()))
    | st.datetimes().map(lambda one: RawDate(one.isoformat(" ")))
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=8
)
POST = st.dictionaries(KEYS, VALUES, max_size=5)


@st.composite
def posts(draw: st.DrawFn) -> Sequence[dict[str, Any]]:
    """Posts of a few kinds, each kind several times, so that something is common to them."""
    kinds = draw(st.lists(POST, min_size=1, max_size=4))
    return [post for kind in kinds for post in [kind] * draw(st.integers(1, 12))]


@settings(max_examples=100)
@given(posts(), st.booleans(), st.integers(0, 3), st.integers(0, 12))
def test_an_inferred_schema_accepts_all_that_it_came_from(
    found_posts: Sequence[dict[str, Any]], closed: bool, depth: int, enum_limit: int
) -> None:
    found = inferred(*found_posts, options=InferOptions(closed, enum_limit, depth))
    schema, listed = schema_of(found), {one.sample for one in found.outliers}
    refused = [number for number, post in enumerate(found_posts) if number not in listed and validate(post, schema)]
    assert refused == []


@settings(max_examples=50)
@given(posts())
def test_the_order_of_posts_decides_nothing_but_the_order_of_keys(found_posts: Sequence[dict[str, Any]]) -> None:
    there, back = inferred(*found_posts).document, inferred(*reversed(found_posts)).document
    assert there["properties"].keys() == back["properties"].keys()
    assert sorted(there.get("required", ())) == sorted(back.get("required", ()))
