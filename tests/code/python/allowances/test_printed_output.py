"""Program output among code becomes comments."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.printed_output import without_output
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["f()", "# Output:", "1 2 3"], ["f()", "# # Output:", "# 1 2 3"]),
        (["f()", "Output:", "1 2 3"], ["f()", "# Output:", "# 1 2 3"]),
        (["f()", "# Output", "x = 1"], ["f()", "# Output", "x = 1"]),
        (["f()", "CPU times: user 1 s", "more", "", "g()"], ["f()", "# CPU times: user 1 s", "# more", "", "g()"]),
        (["f()", "ValueError: not a number"], ["f()", "# ValueError: not a number"]),
        (["print(x)", "these are four words"], ["print(x)", "# these are four words"]),
        (["f(x)", "these are four words"], ["f(x)", "these are four words"]),
    ],
)
def test_output(lines: list[str], expected: list[str]) -> None:
    assert without_output(lines, Parser()) == expected
