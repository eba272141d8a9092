"""Describe syntax errors: the position of the author's mistake, and the message."""

from __future__ import annotations

import pytest

from postlint.code.python import check


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("print(1\n", 1, 6, "unclosed `(`"),
        ("f(1))\n", 1, 5, "unmatched `)`"),
        ("f(1]\n", 1, 4, "`]` does not match the opening `(`"),
        ("x = 'a\n", 1, 5, "unclosed string"),
        ("while x\n    y()\n", 1, 8, "missing colon after `while`"),
        ("def f():\ng()\n", 1, 1, "`def` without an indented body"),
        ("for x in y:\nprint(x)\n", 2, 1, "line not indented, expected the body of `for`"),
        ("x = {\n  'a': 1\n  'b': 2\n}\n", 2, 9, "missing comma at the end of the line"),
        ("f(a=)\n", 1, 4, "missing value after `=`"),
        ("a = \n", 1, 3, "missing value after `=`"),
        ("a = 1\n  b = 2\n", 2, 3, "unexpected indentation, the line above does not start a block"),
        ("f(a=1, 2)\n", 1, 9, "positional argument after a keyword argument"),
        ("x = y z\n", 1, 7, "unexpected `z`"),
        ("Class A:\n    x = 1\n", 1, 1, "misspelled keyword `Class`, expected `class`"),
        ("from typing Any, List\nx = 1\n", 1, 12, "missing `import` after `from typing`"),
        ("f(x).\n", 1, 6, "unexpected end of line"),
        ("f(x) =\n", 1, 6, "missing value after `=`"),
        ("f(x) = 1\n", 1, 1, "cannot assign to function call"),
        ("x = 1 // / 2\n", 1, 10, "unexpected `/`"),
        ("x = f'{a'\n", 1, 9, "empty field or unbalanced brace in an f-string"),
    ],
)
def test_position_and_message(text: str, line: int, column: int, message: str) -> None:
    verdict = check(text)
    assert (verdict.kind, verdict.message) == ("broken", message)
    assert (verdict.line, verdict.column) == (line, column)


def test_statement_line() -> None:
    verdict = check("a = 1\nf(\n    1,\n    x y,\n)\n")
    assert (verdict.line, verdict.statement_line) == (4, 2)
