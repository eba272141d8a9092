"""Sessions: statements are checked one by one, output is not."""

from __future__ import annotations

import pytest

from postlint.code.python import check
from postlint.code.python.allowances.interactive_sessions import is_session


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        (">>> x\n", False, True),
        ("In [1]: x\n", False, True),
        ("x = 1\n>>> x\n", False, True),
        ("x = 1\n  >>> x\n", False, False),
        ("Python 3.12\n  >>> x\n", True, True),
        ("x = 1 >> 2\n", True, False),
    ],
)
def test_session(text: str, tagged: bool, expected: bool) -> None:
    assert is_session(text, text.splitlines(), tagged=tagged) is expected


@pytest.mark.parametrize(
    "text",
    [
        ">>> for x in y:\n...     x\n1 2 3 not code\n",
        "In [1]: for x in y:\n   ...:     x\nOut[1]: not code\n",
        ">>> f(\nSyntaxError: '(' was never closed\n",
        ">>> for x in y:\n>>>     x\n",
        "In [1]: cd /tmp/a b\n",
        "In [1]: x.<tab>\n",
        ">>> def f(x, ...):\n...     ...\n",
    ],
)
def test_valid_session(text: str) -> None:
    verdict = check(text, "pycon")
    assert (verdict.kind, verdict.why) == ("valid", "session")


def test_position_of_an_error_in_a_statement() -> None:
    verdict = check(">>> x = 1\n>>> f(\n...     a b)\n3\n")
    assert (verdict.kind, verdict.line, verdict.statement_line) == ("broken", 3, 2)
    assert verdict.column == len("...     a")


def test_code_above_the_prompts_is_checked() -> None:
    assert check("import a\nx = = 1\n\n>>> x\n1\n").line == 2
    assert check("$ python\nPython 3.12\n>>> x\n1\n").why == "session"
