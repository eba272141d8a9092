"""What holds for the checkers of all data formats: an error lies inside the text, hostile input does no harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.code.data_formats.json_blocks import json_problem
from postlint.code.data_formats.problem import Problem
from postlint.code.data_formats.toml_blocks import toml_problem
from postlint.code.data_formats.yaml_blocks import yaml_problem

Checker = Callable[[str], Problem | None]

CHECKERS = (yaml_problem, json_problem, toml_problem)


@given(st.text(alphabet="{}[]\":,\n a1.#/*-='+&*!%@`|>\u2028\x85\t", max_size=80), st.sampled_from(CHECKERS))
def test_problem_lies_inside_the_text(text: str, check: Checker) -> None:
    problem = check(text)
    if problem:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert problem.message


@pytest.mark.parametrize(
    "text", ["[" * 90_000, "{" * 90_000, "[a, " * 20_000, "a" * 200_000, "\0", "\ud800", "- " * 20_000]
)
@pytest.mark.parametrize("check", CHECKERS)
def test_hostile_text(check: Checker, text: str) -> None:
    check(text)
