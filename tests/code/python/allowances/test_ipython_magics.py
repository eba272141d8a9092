"""IPython's magics become plain Python or comments."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.ipython_magics import is_cell_of_other_language, without_magics


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("%%time", "# %%time"),
        ("%time f(x)", "f(x)"),
        ("  %timeit -n 10 f(x)", "  f(x)"),
        ("%matplotlib inline", "pass # %matplotlib inline"),
        ("!pip install x", "pass # !pip install x"),
        ("x.f?", "pass # x.f?"),
        ("a = !ls", "a = None"),
        ("a = %timeit -o f()", "a = None"),
        ("timeit f(x)", "f(x)"),
        ("a = b % (c)", "a = b % (c)"),
        ("time = 1", "time = 1"),
    ],
)
def test_magic(line: str, expected: str) -> None:
    assert without_magics([line]) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"), [("%%bash", True), ("%%cython -a", True), ("%%time", False), ("x", False)]
)
def test_cell_of_another_language(line: str, expected: bool) -> None:
    assert is_cell_of_other_language(["# words", line]) is expected
