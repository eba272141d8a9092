"""What stands for omitted code disappears or becomes a comment."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.omitted_code import without_elisions
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("...", "#..."),
        ("    [...]", "    #..."),
        ("    [… more rows]", "    #..."),
        ("-snip-", "#..."),
        ("... more code here", "#... more code here"),
        ("f(a, ...)", "f(a,)"),
        ("f(..., a)", "f( a)"),
        ("f(a, ..., b)", "f(a,  b)"),
        ("{'a': 1, …}", "{'a': 1,}"),
        ("f(*, ...)", "f(*_a, **_k)"),
        ("import a, ...", "import a"),
        ("from a import ...", "from a import _x"),
        ("x[...]", "x[...]"),
        ("x = ...", "x = ..."),
        ("plain = 1", "plain = 1"),
    ],
)
def test_elision(line: str, expected: str) -> None:
    assert without_elisions([line], Parser()) == [expected]
