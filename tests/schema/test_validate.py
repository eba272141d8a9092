"""Front matter against JSON Schema: our own schemas, a user's, and what is said about a violation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from postlint.core.front_matter import RawDate
from postlint.generators import GENERATORS
from postlint.schema import Schema, SchemaError, load_schema, validate
from postlint.schema.compile import compiled
from postlint.schema.load import builtin_schemas
from postlint.schema.typos import distance, is_typo
from postlint.schema.validate import plainly_valid


def written(folder: Path, document: Any, **others: Any) -> Schema:
    for name, other in others.items():
        (folder / f"{name}.json").write_text(json.dumps(other))
    path = folder / "main.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return load_schema(str(path))


def messages(folder: Path, document: Any, data: Any, **others: Any) -> list[str]:
    return [violation.message for violation in validate(data, written(folder, document, **others))]


def about(subschema: Any) -> Any:
    return {"properties": {"key": subschema}}


THEMES = {"jekyll-academicpages", "jekyll-al-folio", "jekyll-minimal-mistakes"}
REFUSES_EMPTY = {"docusaurus", "forem", "mkdocs-material", "nikola", "pelican"}


def test_the_built_in_schemas_are_one_for_each_generator_and_theme() -> None:
    assert set(builtin_schemas()) == {*GENERATORS, *THEMES, "zola-section"}


@pytest.mark.parametrize("name", builtin_schemas())
def test_a_built_in_schema_is_valid_and_says_what_each_key_is(name: str) -> None:
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema.document)
    assert all(meaning is True or meaning["description"] for meaning in schema.properties.values())
    examples = {
        key: one for key, part in schema.properties.items() if part is not True for one in part.get("examples", ())
    }
    assert examples
    assert validate(examples, schema) == ()
    if name not in REFUSES_EMPTY:
        assert validate(dict.fromkeys(schema.known), schema) == (), "an empty value is no fault"


# In the manner of each generator's own documentation.
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
def test_what_a_generator_documents_is_valid(name: str, data: dict[str, Any]) -> None:
    assert validate(data, load_schema(name)) == ()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("jekyll", {"title": ["a"]}, "`title` is a list, expected text, a number or true or false"),
        ("jekyll", {"permalink": ""}, "`permalink` is empty text"),
        ("hugo", {"params": [1]}, "`params` is a list, expected a table of keys"),
        ("zola", {"title": 2024}, "`title` is the number 2024, expected text"),
        ("zola", {"taxonomies": {"tags": "a"}}, '`taxonomies.tags` is the text "a", expected a list'),
        ("none", {"tags": {"a": 1}}, "`tags` is a table of keys, expected a list, text, a number or true or false"),
    ],
)
def test_what_a_generator_refuses_is_said(name: str, data: dict[str, Any], message: str) -> None:
    assert [violation.message for violation in validate(data, load_schema(name))] == [message]


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (
            {"required": ["title"], "properties": {"title": {"examples": ["Tea"]}}},
            {},
            '`title` is missing, for example `title: "Tea"`',
        ),
        (about({"required": ["a"]}), {"key": {}}, "`a` is missing in `key`"),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "`b` is missing"),
        (
            about({"enum": ["post", "note"]}),
            {"key": "pots"},
            '`key` is the text "pots", expected "post" or "note"; did you mean "post"?',
        ),
        (about({"const": True}), {"key": False}, "`key` is false, expected true"),
        (about({"type": ["boolean", "null"]}), {"key": "yes"}, '`key` is the text "yes", expected true or false'),
        (about({"items": {"type": "string"}}), {"key": ["a", 2]}, "item 2 of `key` is the number 2, expected text"),
        (
            about({"items": {"properties": {"n": {"type": "string"}}}}),
            {"key": [{"n": None}]},
            "`n` of item 1 of `key` is empty, expected text",
        ),
        (about({"maxLength": 3}), {"key": "four"}, "`key` has 4 characters, expected at most 3"),
        (about({"minItems": 2}), {"key": ["a"]}, "`key` has 1 item, expected at least 2"),
        (about({"uniqueItems": True}), {"key": ["a", "b", "a"]}, '`key` holds the text "a" twice'),
        (about({"minimum": 0}), {"key": -1}, "`key` is -1, expected at least 0"),
        (
            about({"pattern": "^[a-z]+$", "description": "lower case"}),
            {"key": "A"},
            '`key` is the text "A", expected a match of `^[a-z]+$` (lower case)',
        ),
        (
            about({"format": "date"}),
            {"key": "2021-02-30"},
            '`key` is the text "2021-02-30", expected the format `date`',
        ),
        (
            {"properties": {"tags": {}}, "additionalProperties": False},
            {"tgas": 1},
            "unknown key `tgas`, did you mean `tags`?",
        ),
        ({"additionalProperties": False, "patternProperties": {"^x-": {}}}, {"x-a": 1, "b": 1}, "unknown key `b`"),
        (
            about({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
            {"key": [1]},
            "item 1 of `key` is the number 1, expected text",
        ),
        (
            about({"oneOf": [{"type": "string"}, {"type": "array"}]}),
            {"key": 3},
            "`key` is the number 3, expected text or a list",
        ),
        (
            about({"anyOf": [{"const": "x"}, {"enum": ["y", "z"]}]}),
            {"key": "w"},
            '`key` is the text "w", expected "x", "y" or "z"',
        ),
        (about({"not": {"const": 1}}), {"key": 1}, "`key` is the number 1, which the schema does not allow"),
        (about(False), {"key": 1}, "the key `key` is not allowed here"),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": 1}, "`b` is missing"),
    ],
)
def test_a_violation_is_said_in_an_authors_words(tmp_path: Path, schema: Any, data: Any, expected: str) -> None:
    assert messages(tmp_path, schema, data) == [expected]


def test_a_violation_knows_its_place(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        {"required": ["a"], "properties": {"b": {"items": {"type": "string"}}, "c": {"additionalProperties": False}}},
    )
    assert {(one.path, one.missing_key, one.unknown_key) for one in validate({"b": [1], "c": {"d": 1}}, schema)} == {
        ((), "a", False),
        (("b", 0), None, False),
        (("c", "d"), None, True),
    }


@pytest.mark.parametrize(
    ("draft", "subschema", "value"),
    [
        ("http://json-schema.org/draft-04/schema#", {"minimum": 3, "exclusiveMinimum": True}, 3),
        ("http://json-schema.org/draft-06/schema#", {"exclusiveMinimum": 3}, 3),
        ("http://json-schema.org/draft-07/schema#", {"if": {"type": "number"}, "then": {"maximum": 2}}, 3),
        ("https://json-schema.org/draft/2019-09/schema", {"dependentRequired": {"a": ["b"]}}, {"a": 1}),
        ("https://json-schema.org/draft/2020-12/schema", {"prefixItems": [{"type": "string"}]}, [1]),
    ],
)
def test_each_draft_is_understood(tmp_path: Path, draft: str, subschema: Any, value: Any) -> None:
    assert len(messages(tmp_path, {"$schema": draft, **about(subschema)}, {"key": value})) == 1


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{", "not JSON: line 1, column 2"),
        ("[]", "not a schema: expected an object"),
        ({"type": "strng"}, 'not a valid schema: `type` is the text "strng", expected'),
        ({"$schema": "http://a.example/"}, 'unknown `$schema` "http://a.example/", expected a draft from 4 to 2020-12'),
        ({"$schema": "http://json-schema.org/draft-03/schema#"}, "unknown `$schema`"),
        (about({"pattern": "("}), "`(` is not a valid pattern"),
        (
            about({"$ref": "https://a.example/b.json"}),
            "refers to `https://a.example/b.json`, but postlint never uses the network",
        ),
        (about({"$ref": "none.json"}), "refers to `none.json`: no such file"),
        (about({"$ref": "../../../etc/passwd"}), "which is outside of its folder"),
        (about({"$ref": "#/$defs/a"}), "refers to `#/$defs/a`, which is not there"),
        (
            {"unevaluatedProperties": False, "patternProperties": {"a": {}}},
            "together with `patternProperties` is not supported",
        ),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, document: Any, words: str) -> None:
    with pytest.raises(SchemaError) as caught:
        written(tmp_path, document)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"schema `{tmp_path / 'main.json'}`: ")
    assert "\n" not in str(caught.value)


def test_names_and_files_that_are_not_there() -> None:
    with pytest.raises(SchemaError, match=r"`jekyl`, expected one of astro, .*hugo, jekyll"):
        load_schema("jekyl")
    with pytest.raises(SchemaError, match="no such file"):
        load_schema(str(Path("/nowhere/a.json")))


def test_references_lead_to_files_beside_the_schema(tmp_path: Path) -> None:
    draft = "http://json-schema.org/draft-07/schema#"
    one = {"$schema": draft, "properties": {"b": {"$ref": "two.json#/definitions/c"}}}
    two = {"definitions": {"c": {"type": "string"}}}
    expected = ["`a.b` is the number 1, expected text"]
    data = {"a": {"b": 1}}
    assert messages(tmp_path, {"properties": {"a": {"$ref": "one.json"}}}, data, one=one, two=two) == expected
    base = {"$id": "https://a.example/s/main.json", "properties": {"a": {"$ref": "one.json"}}}
    assert messages(tmp_path, base, data, one=one, two=two) == expected


def test_a_problem_in_a_file_beside_the_schema_is_found_at_once(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="never uses the network"):
        written(tmp_path, about({"$ref": "one.json"}), one={"items": {"$ref": "http://a.example/"}})
    with pytest.raises(SchemaError, match="not a valid pattern"):
        written(tmp_path, about({"$ref": "two.json"}), two={"pattern": "["})


def test_a_schema_that_refers_to_itself(tmp_path: Path) -> None:
    tree = {"properties": {"sub": {"$ref": "#"}, "n": {"type": "integer"}}}
    assert messages(tmp_path, tree, {"sub": {"sub": {"n": "a"}}}) == [
        '`sub.sub.n` is the text "a", expected a whole number'
    ]
    for endless in ({"$ref": "#"}, about({"$ref": "#/properties/key"})):
        with pytest.raises(SchemaError, match="refers to itself without end"):
            written(tmp_path, endless)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "main.json"
    path.write_text("true")
    first = load_schema(str(path))
    assert load_schema(str(path)) is first
    path.write_text('{"required": ["a"]}')
    os.utime(path, ns=(1, 1))
    assert len(validate({}, load_schema(str(path)))) == 1


@pytest.mark.parametrize("where", ["pattern", "patternProperties", "additionalProperties"])
def test_a_pattern_that_never_ends_is_stopped(tmp_path: Path, where: str) -> None:
    slow, text = r"^(a|aa)+$", "a" * 60 + "!"
    if where == "pattern":
        found = messages(tmp_path, about({"pattern": slow}), {"key": text})
    else:
        rest = {"additionalProperties": False} if where == "additionalProperties" else {}
        found = messages(tmp_path, {"patternProperties": {slow: {"type": "string"}}, **rest}, {text: 1})
    assert any("took too long" in message for message in found)


def test_keys_of_parts_are_known(tmp_path: Path) -> None:
    parts = {
        "$defs": {"base": {"properties": {"a": True}}},
        "allOf": [{"$ref": "#/$defs/base"}],
        "properties": {"b": {}},
    }
    assert written(tmp_path, parts).known == {"a", "b"}


@pytest.mark.parametrize(
    ("generator", "good", "bad"),
    [
        ("hugo", "2024-01-20T10:00:00Z", "2024-01-20 10:00"),
        ("jekyll", "November 20, 2021", "2021-24-11"),
        ("zola", "2024-1-20", "2024/01/20"),
        ("docusaurus", "2024-01-20", "2024-02-30"),
        ("pelican", "20 Jan 2024", "2024-01"),
        ("mkdocs-material", "2024-01-20", "2024-01-20 10:00"),
    ],
)
def test_a_user_may_ask_for_the_dates_of_a_generator(tmp_path: Path, generator: str, good: str, bad: str) -> None:
    subschema = {"type": "string", "format": f"postlint-date-{generator}"}
    assert messages(tmp_path, about(subschema), {"key": good}) == []
    (message,) = messages(tmp_path, about(subschema), {"key": bad})
    assert message == f'`key` is the text "{bad}", expected the format `postlint-date-{generator}`'
    assert messages(tmp_path, about({"format": f"postlint-date-{generator}"}), {"key": 5}) == []


def test_the_format_of_a_date_in_our_own_schemas_is_a_rules_to_judge() -> None:
    assert load_schema("hugo").properties["date"]["format"] == "postlint-date-hugo"
    assert validate({"date": "2024-01-20 10:00"}, load_schema("hugo")) == ()


def test_dates_count_as_text(tmp_path: Path) -> None:
    assert messages(tmp_path, about({"type": "string", "minLength": 3}), {"key": RawDate("2024-01-20")}) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["tags", "a", "title"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(sorted(set().union(*(load_schema(name).known for name in builtin_schemas()), {"own"})))


@given(st.sampled_from(builtin_schemas()), st.dictionaries(KEYS, VALUES, max_size=4))
def test_the_short_way_and_the_library_agree(name: str, data: dict[str, Any]) -> None:
    schema = load_schema(name)
    if plainly_valid(data, schema.document):
        assert compiled(schema).is_valid(data)
    else:
        assert all(violation.message for violation in validate(data, schema))


def test_a_valid_post_does_not_load_the_library() -> None:
    code = (
        "import sys; from postlint.schema import load_schema, validate;"
        "found = validate({'title': 'Tea', 'taxonomies': {'tags': ['a']}}, load_schema('zola'));"
        "print(found, 'jsonschema' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "() False\n"
    )


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("desciption", "description"),
        ("discription", "description"),
        ("descripiton", "description"),
        ("titel", "title"),
        ("tittle", "title"),
        ("dtae", "date"),
        ("categorys", "categories"),
        ("catagories", "categories"),
        ("permlink", "permalink"),
        ("layuot", "layout"),
        ("excert", "excerpt"),
        ("Title", "title"),
        ("last-modified-at", "last_modified_at"),
        ("redirect_form", "redirect_from"),
    ],
)
def test_slips_of_the_pen(word: str, meant: str) -> None:
    assert is_typo(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("image", "images"),
        ("author", "authors"),
        ("category", "categories"),
        ("data", "date"),
        ("math", "path"),
        ("tile", "title"),
        ("height", "weight"),
        ("subtitle", "title"),
        ("tag", "tags"),
        ("late", "date"),
        ("publisher", "published"),
        ("toc", "top"),
        ("link", "lint"),
    ],
)
def test_words_of_their_own(word: str, meant: str) -> None:
    assert not is_typo(word, meant)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_one_way_and_back(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))
