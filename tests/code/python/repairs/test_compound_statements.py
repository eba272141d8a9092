"""Compound statements without a body or clause, or with an incomplete header."""

from __future__ import annotations

import pytest

from postlint.code.python.parser.parser import Parser
from postlint.code.python.repairs.compound_statements import code_of
from postlint.code.python.repairs.repair import repair


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["def f():", "    # words", "x = 1"], ["def f():", "    pass", "x = 1"]),
        (["def f():", "", "x = 1"], ["def f():", "    pass", "x = 1"]),
        (["for x in y:  # words"], ["for x in y: pass"]),
        (["def f(x,", "      y)"], ["def f(x,", "      y): pass"]),
        (["if x:", "    y", "elif ..."], ["if x:", "    y", "elif ...: pass"]),
        (["if x:", "    y", "elif ...", "else:", "    z"], ["if x:", "    y", "elif ...: pass", "else:", "    z"]),
        (["@a", "@b(1)"], ["a", "b(1)"]),
        (["try:", "    x = 1"], ["if 1:", "    x = 1"]),
    ],
)
def test_repaired(lines: list[str], expected: list[str]) -> None:
    candidate, problem = repair(lines, Parser())
    assert (list(candidate.lines), problem) == (expected, None)


@pytest.mark.parametrize(
    "lines", [["if x:", "y = 1"], ["def f(x)", "    y = 1"], ["try:", "    x = 1", "y = 2"]], ids=lambda lines: lines[0]
)
def test_not_repaired(lines: list[str]) -> None:
    assert repair(lines, Parser())[1] is not None


def test_code_of_a_line() -> None:
    assert code_of("x = '#'  # words") == "x = '#'"
    assert code_of("x  ") == "x"
