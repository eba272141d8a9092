"""Blocks that start or end in the middle of a statement."""

from __future__ import annotations

import pytest

from postlint.code.python.parser.parser import Parser
from postlint.code.python.repairs.repair import repair


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["f(a, [", "    b, ..."], ["f(a, [", "    b, ])"]),
        (["f(a,", "  # more"], ["f(a,)", "  # more"]),
        (["def f():", '    """Words', "    and words"], ["def f():", "    pass", ""]),
        (["elif x:", "    y"], ["if x:", "    y"]),
        (["except X:", "    y", "finally:", "    z"], ["if 1:", "    y", "if 1:", "    z"]),
        ([".filter(x)", ".sort()"], ["(_.filter(x)", ".sort())"]),
    ],
)
def test_repaired(lines: list[str], expected: list[str]) -> None:
    candidate, problem = repair(lines, Parser())
    assert (list(candidate.lines), problem) == (expected, None)


@pytest.mark.parametrize(
    "lines", [["f(a,"], ["x = 1", "elif x:", "    y"], ['x = """', "words"]], ids=lambda lines: lines[0]
)
def test_not_repaired(lines: list[str]) -> None:
    assert repair(lines, Parser())[1] is not None
