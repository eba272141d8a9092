"""Blocks of YAML, JSON and TOML: places, words, hostile input."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.code.data import toml_problem, yaml_problem
from postlint.code.json_data import json_problem

CHECKS = (yaml_problem, json_problem, toml_problem)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (yaml_problem, "a:\n\tb: 1\n", (2, 1, "tab in the indentation, expected spaces")),
        (yaml_problem, "a: %x\n", (1, 4, "value begins with `%`, expected quotes around it")),
        (yaml_problem, "a: b: c\n", (1, 5, "`: ` in a value that is not quoted, or a key indented too deeply")),
        (
            yaml_problem,
            '"a" b\n',
            (1, 5, "text after the end of the value: a quote, a bracket or the language is wrong"),
        ),
        (yaml_problem, "----\na: 1\n", (1, 1, "`----` begins no document, expected `---`")),
        (json_problem, '{"a": 1\n"b": 2}', (1, 8, 'missing comma before `"b"`')),
        (json_problem, "{\n  [1]\n}", (2, 3, "value without a key in an object")),
        (json_problem, '{"a": [1}', (1, 9, "`}` closes a `[`")),
        (json_problem, '{"a: 1}', (1, 2, "string is never closed")),
        (toml_problem, 'a = "b\n', (1, 7, "string is never closed")),
        (toml_problem, "a = 1 2\n", (1, 7, "text after the value, expected the end of the line")),
    ],
)
def test_problem(check, text, expected):
    assert check(text) == expected


@given(plain, st.sampled_from([None, 2]))
def test_valid_json_is_valid(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    assert json_problem(text) is None
    # Every JSON is an excerpt of some longer one.
    assert json_problem(text + ",") is None


@given(st.text(alphabet="{}[]\":,\n a1.#/*-='+&*!%@`|>\u2028\x85\t", max_size=80), st.sampled_from(CHECKS))
def test_any_text_has_an_answer_inside_it(text, check):
    found = check(text)
    if found:
        assert 1 <= found.line <= text.count("\n") + 1
        assert found.column >= 1
        assert found.message


@pytest.mark.parametrize(
    "text", ["[" * 90_000, "{" * 90_000, "[a, " * 20_000, "a" * 200_000, "\0", "\ud800", "- " * 20_000]
)
@pytest.mark.parametrize("check", CHECKS)
def test_hostile_text(check, text):
    check(text)


def test_yaml_constructs_nothing(tmp_path):
    target = tmp_path / "made"
    assert yaml_problem(f'a: !!python/object/apply:os.mkdir ["{target}"]\n') is None
    assert not target.exists()
