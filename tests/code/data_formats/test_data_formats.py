"""What holds for the checkers of all data formats: an error lies inside the text, hostile input does no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.code.data_formats.json import json_problem
from postlint.code.data_formats.toml import toml_problem
from postlint.code.data_formats.yaml import yaml_problem

CHECKERS = (yaml_problem, json_problem, toml_problem)


@given(st.text(alphabet="{}[]\":,\n a1.#/*-='+&*!%@`|>\u2028\x85\t", max_size=80), st.sampled_from(CHECKERS))
def test_problem_lies_inside_the_text(text, check):
    problem = check(text)
    if problem:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert problem.message


@pytest.mark.parametrize(
    "text", ["[" * 90_000, "{" * 90_000, "[a, " * 20_000, "a" * 200_000, "\0", "\ud800", "- " * 20_000]
)
@pytest.mark.parametrize("check", CHECKERS)
def test_hostile_text(check, text):
    check(text)
