"""The syntax of Python 2, rewritten in Python 3."""

from __future__ import annotations

import pytest

from postlint.code.python.not_python.python2 import in_python_3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("print 'a'", "print('a')"),
        ("print", "print()"),
        ("print>>f, 'a'", "print( 'a')"),
        ("except A, e:", "except A as e:"),
        ("raise A, 'b'", "raise A('b')"),
        ("exec x", "exec(x)"),
        ("`x` <> 0777", "repr(x) != 0o777"),
        ("x = 10L", "x = 10"),
        ("ur'a'", "r'a'"),
        ("def f(a, (b, c)):", "def f(a, _t):"),
        ("print('a')", "print('a')"),
    ],
)
def test_python_3(text: str, expected: str) -> None:
    assert in_python_3(text) == expected
