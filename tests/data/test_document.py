"""Documents: what is missing, what is unknown, and where values are."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.data.python.read import read_python
from postlint.data.read import SIZE_LIMIT, read_data


def test_missing_and_unknown_are_false_and_survive_copies() -> None:
    for value in (MISSING, UNKNOWN):
        assert not value
        assert copy.deepcopy(value) is value
        assert pickle.loads(pickle.dumps(value)) is value


def test_paths_that_do_not_fit_the_data_are_missing() -> None:
    document = Document({"a": ["x"], "b": 1}, {})
    assert document.get(()) == {"a": ["x"], "b": 1}
    assert document.get(("a", 0)) == "x"
    for path in (("a", 1), ("a", -1), ("a", "x"), ("b", "c"), ("c",)):
        assert document.get(path) is MISSING


def test_missing_keys_of_an_incomplete_document_are_unknown() -> None:
    document = Document({"a": {}, "b": {}}, {}, incomplete={(), ("a",)})
    assert not document.complete
    assert document.get(("c",)) is UNKNOWN
    assert document.get(("a", "c")) is UNKNOWN
    assert document.get(("b", "c")) is MISSING


def test_items_after_the_first_unknown_of_an_incomplete_list_are_unknown() -> None:
    document = Document({"a": ["x", UNKNOWN, "y"]}, {}, incomplete={("a",)})
    assert document.get(("a", 0)) == "x"
    assert document.get(("a", 2)) is UNKNOWN
    assert document.get(("a", 3)) is UNKNOWN
    assert Document({"a": ["x", UNKNOWN, "y"]}, {}).get(("a", 2)) == "y"


def test_everything_in_an_unreadable_document_is_unknown() -> None:
    document = read_data("a.toml", "a = ")
    assert document.error
    assert document.get(("a",)) is UNKNOWN


def test_span_of_a_value_without_one_is_that_of_its_parent() -> None:
    document = read_python("a = f(1)")
    assert document.span(("a", "b")) == (4, 8)
    assert document.key_span(("a",)) == (0, 1)
    assert document.span(("b",)) is None


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("_config.yml", "a: 1", {"a": 1}),
        ("_data/authors.YAML", "- 1", [1]),
        ("hugo.toml", "a = 1", {"a": 1}),
        ("book.json", '{"a": 1}', {"a": 1}),
        ("tsconfig.jsonc", '{"a": 1,} // x', {"a": 1}),
        ("conf.py", "a = 1", {"a": 1}),
        (".eleventy.js", "module.exports = {a: 1}", {"a": 1}),
        ("config.mts", "export default {a: 1}", {"a": 1}),
    ],
)
def test_format_follows_the_name(name: str, text: str, data: object) -> None:
    assert read_data(name, text).data == data


@pytest.mark.parametrize("name", ["a.yml", "a.toml", "a.json", "a.py", "a.js", "a.rb"])
def test_large_files_are_refused(name: str) -> None:
    document = read_data(name, " " * (SIZE_LIMIT + 1))
    assert document.error
    assert "at most" in document.error.message


def test_unknown_format_is_an_error() -> None:
    assert read_data(str(Path("config.rb")), "a = 1").error


def test_mkdocs_tags_are_unknown() -> None:
    text = """
site_name: !ENV [NAME, Tea]
docs_dir: !relative docs
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      options: &options {a: !!str 1, b: !own {c: 1}}
  - toc: !!map {permalink: true}
extra: *options
hooks: {<<: !other {a: 1}, b: 2}
"""
    document = read_data("mkdocs.yml", text)
    assert document.error is None
    assert document.data == {
        "site_name": UNKNOWN,
        "docs_dir": UNKNOWN,
        "markdown_extensions": [
            {"pymdownx.emoji": {"emoji_index": UNKNOWN, "options": {"a": "1", "b": UNKNOWN}}},
            {"toc": {"permalink": True}},
        ],
        "extra": {"a": "1", "b": UNKNOWN},
        "hooks": UNKNOWN,
    }
    path = ("markdown_extensions", 0, "pymdownx.emoji", "emoji_index")
    span = document.span(path)
    assert span
    assert text[slice(*span)] == "!!python/name:material.extensions.emoji.twemoji"
    assert document.get((*path, "x")) is UNKNOWN
    assert ("site_name", 0) not in document.spans


def test_yaml_errors_have_positions() -> None:
    document = read_data("_config.yml", "a: 1\nb: c: d\n")
    assert document.error
    assert document.error.message == "`: ` in an unquoted value, expected quotes around the value"
    assert document.error.span == (8, 12)


def test_duplicate_keys() -> None:
    document = read_data("_config.yml", "a: 1\na: 2")
    assert document.data == {"a": 2}
    assert [(key.key, key.first, key.again) for key in document.duplicates] == [("a", (0, 1), (5, 6))]
    document = read_data("hugo.toml", "a = 1\n\na = 2")
    assert document.error
    assert document.error.message == 'duplicate key "a", first defined on line 1'
    assert document.error.span == (7, 8)


def test_only_the_first_yaml_document_is_read() -> None:
    assert read_data("a.yml", "a: 1\n---\nb: 2").data == {"a": 1}


SUFFIXES = (".yml", ".toml", ".json", ".py", ".mjs", ".txt")
FRAGMENTS = [
    *"{}[]()'\"\\\n\t:,=-#&*!|>%@`~0\0\ufeff\ud800é",
    "  ",
    "- ",
    ": ",
    "a",
    "<<: ",
    "[[",
    "true",
    "//",
    "/*",
    "---\n",
]


@given(st.sampled_from(SUFFIXES), st.text(st.characters()) | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_any_text_is_read_without_error(suffix: str, text: str) -> None:
    document = read_data(f"a{suffix}", text)
    assert document.readable or document.error
    spans = [span for entry in document.spans.values() for span in entry if span]
    if document.error:
        assert "\n" not in document.error.message
        spans.append(document.error.span)
    assert all(0 <= span.start <= span.end <= len(text) + 1 for span in spans)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("fragment", ["[", "{", "{a:", "- ", "'", '"', "\\", "a.", "[a]\n", "&a *a ", "? "])
def test_hostile_texts_are_read(suffix: str, fragment: str) -> None:
    read_data(f"a{suffix}", fragment * 8_000)
    read_data(f"a{suffix}", f"a = {fragment * 8_000}")
