"""Cheat sheets, grammars, signatures and templates."""

from __future__ import annotations

import pytest

from postlint.code.python.not_python.pseudo_code import are_signatures, is_listing, is_notation, without_templates
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<list>.append(<element>)", True),
        ("from <module> import name", True),
        ("f(a[, b=1])", True),
        ("f(a < b)", False),
    ],
)
def test_notation(text: str, expected: bool) -> None:
    assert is_notation(text) is expected


def test_listing() -> None:
    assert is_listing(["f(x)  # calls it", "'a b' 'c'  # joins them"])
    assert not is_listing(["f(x)  # calls it", "y = 1  # assigns"])
    assert not is_listing(["f(x)  # only one line"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("area(width: float) -> float", True),
        ("def area(\n    width: float | None,\n) -> float", True),
        ("f(a: 1)", False),
        ("f(a)", False),
        ("x = 1", False),
    ],
)
def test_signatures(text: str, expected: bool) -> None:
    assert are_signatures(text.split("\n"), Parser()) is expected


def test_templates() -> None:
    assert without_templates(["{% if x %}", "y = {{ z }} + 1"]) == ["#", "y = _ph + 1"]
