"""The schemas that come with postlint: complete, valid, and in accordance with the generators."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from postlint.core.front_matter import RawDate
from postlint.generators import GENERATORS
from postlint.schema import load_schema, validate
from postlint.schema.load import builtin_schemas

THEMES = {"jekyll-academicpages", "jekyll-al-folio", "jekyll-minimal-mistakes"}
REFUSES_EMPTY = {"docusaurus", "forem", "mkdocs-material", "nikola", "pelican"}


def test_one_schema_for_each_generator_and_theme() -> None:
    assert set(builtin_schemas()) == {*GENERATORS, *THEMES, "zola-section"}


@pytest.mark.parametrize("name", builtin_schemas())
def test_schema_is_valid_and_describes_each_key(name: str) -> None:
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema.document)
    assert all(meaning is True or meaning["description"] for meaning in schema.properties.values())
    examples = {
        key: example
        for key, part in schema.properties.items()
        if part is not True
        for example in part.get("examples", ())
    }
    assert examples
    assert validate(examples, schema) == ()
    if name not in REFUSES_EMPTY:
        assert validate(dict.fromkeys(schema.known), schema) == (), "an empty value is allowed"


# Like the examples in the documentation of each generator.
@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "jekyll",
            {
                "layout": "post",
                "title": "Tea",
                "categories": "drinks hot",
                "tags": ["a", "b"],
                "date": RawDate("2024-01-20"),
            },
        ),
        (
            "jekyll",
            {
                "permalink": "/tea/",
                "published": False,
                "excerpt_separator": "<!--more-->",
                "layout": None,
                "version": 4.2,
            },
        ),
        ("jekyll", {"redirect_from": ["/old/"], "image": {"path": "/a.png", "height": 100}, "author": {"name": "Ann"}}),
        (
            "hugo",
            {"title": "Tea", "date": "2024-01-20T10:00:00Z", "draft": True, "weight": 10, "params": {"author": "Ann"}},
        ),
        (
            "hugo",
            {
                "menus": {"main": {"weight": 1}},
                "resources": [{"src": "a.png", "params": {"x": 1}}],
                "build": {"list": "never"},
            },
        ),
        (
            "hugo",
            {
                "cascade": [{"params": {}, "target": {"kind": "page"}}],
                "keywords": "a b",
                "aliases": ["/old"],
                "tags": ["a", 2024],
            },
        ),
        (
            "zola",
            {
                "title": "Tea",
                "date": RawDate("2024-01-20"),
                "taxonomies": {"tags": ["a"]},
                "extra": {"x": [1]},
                "weight": 0,
            },
        ),
        (
            "zola",
            {
                "sort_by": "date",
                "paginate_by": 5,
                "insert_anchor_links": "left",
                "transparent": True,
                "template": "a.html",
            },
        ),
        (
            "none",
            {
                "title": 2024,
                "date": {"created": "2024-01-20"},
                "tags": "a, b",
                "author": [{"name": "Ann"}],
                "own": {"a": []},
            },
        ),
    ],
)
def test_documented_front_matter_is_valid(name: str, data: dict[str, Any]) -> None:
    assert validate(data, load_schema(name)) == ()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("jekyll", {"title": ["a"]}, '"title" is a list, expected a string, a number or a boolean'),
        ("jekyll", {"permalink": ""}, '"permalink" is an empty string'),
        ("hugo", {"params": [1]}, '"params" is a list, expected a mapping'),
        ("zola", {"title": 2024}, '"title" is the number 2024, expected a string'),
        ("zola", {"taxonomies": {"tags": "a"}}, '"taxonomies.tags" is the string "a", expected a list'),
        ("none", {"tags": {"a": 1}}, '"tags" is a mapping, expected a list, a string, a number or a boolean'),
    ],
)
def test_front_matter_that_a_generator_rejects(name: str, data: dict[str, Any], message: str) -> None:
    assert [violation.message for violation in validate(data, load_schema(name))] == [message]


def test_dates_are_left_to_the_rule() -> None:
    assert load_schema("hugo").properties["date"]["format"] == "postlint-date-hugo"
    assert validate({"date": "2024-01-20 10:00"}, load_schema("hugo")) == ()
