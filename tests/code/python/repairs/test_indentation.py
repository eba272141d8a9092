"""Excerpts that start or continue indented."""

from __future__ import annotations

import pytest

from postlint.code.python.parser.parser import Parser
from postlint.code.python.repairs.repair import repair


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["    x = 1", "    y = 2"], ["x = 1", "y = 2"]),
        (["x = 1", "", "    y = 2"], ["x = 1", "if 1:", "    y = 2"]),
        (["x = 1", "# ...", "    y = 2"], ["x = 1", "if 1:", "    y = 2"]),
        (["        x = 1", "", "    y = 2"], ["x = 1", "", "y = 2"]),
    ],
)
def test_repaired(lines: list[str], expected: list[str]) -> None:
    candidate, problem = repair(lines, Parser())
    assert (list(candidate.lines), problem) == (expected, None)


def test_indentation_directly_below_a_statement_is_an_error() -> None:
    assert repair(["x = 1", "    y = 2"], Parser())[1] is not None
