"""Repairs are applied until the lines parse or nothing helps."""

from __future__ import annotations

from postlint.code.python.parser.parser import Parser, ProblemKind
from postlint.code.python.repairs.repair import repair


def test_several_repairs_in_a_row() -> None:
    lines = ["    def f(x):", "        # words", "", "    def g(x)", "    try:", "        f(", "            # ..."]
    candidate, problem = repair(lines, Parser())
    assert problem is None
    assert len(candidate.lines) == len(lines)
    assert candidate.original == tuple(lines)


def test_problem_that_no_repair_solves() -> None:
    candidate, problem = repair(["x = a b"], Parser())
    assert candidate.lines == ("x = a b",)
    assert problem is not None
    assert problem.kind is ProblemKind.OTHER


def test_valid_lines_stay_as_they_are() -> None:
    candidate, problem = repair(["x = 1"], Parser())
    assert (candidate.lines, problem) == (("x = 1",), None)


def test_without_a_budget_nothing_is_repaired() -> None:
    candidate, problem = repair(["    x = 1"], Parser(budget=0))
    assert candidate.lines == ("    x = 1",)
    assert problem is not None
