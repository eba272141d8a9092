"""Placeholders become names, and a sentence in place of a body becomes `pass`."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.placeholders import without_placeholders
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x = <your name>", "x = _ph"),
        ("import <package>", "import _ph"),
        ("f(???)", "f(_ph)"),
        ("x =  # your value", "x =  _ph # your value"),
        ("a.[name] = 1", "a._ph = 1"),
        ("f(x) → 3", "f(x)"),
        ("x = {{ a b }} + 1", "x = _ph + 1"),
        ("a < b > c", "a < b > c"),
        ("# <comment>", "# <comment>"),
    ],
)
def test_placeholder(line: str, expected: str) -> None:
    assert without_placeholders([line], Parser()) == [expected]


def test_sentence_in_place_of_a_body() -> None:
    lines = ["if x:", "    do something here", "else:", "    y = 1"]
    assert without_placeholders(lines, Parser()) == ["if x:", "    pass # do something here", "else:", "    y = 1"]
