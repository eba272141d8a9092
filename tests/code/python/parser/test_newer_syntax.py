"""Detect syntax that a version of Python lacks, and rewrite it in older syntax."""

from __future__ import annotations

import pytest

from postlint.code.python import check
from postlint.code.python.parser.lexer import tokens
from postlint.code.python.parser.newer_syntax import NewerSyntax, fields, find_newer_syntax, in_older_syntax


@pytest.mark.parametrize(
    ("text", "version", "since"),
    [
        ("type X = int\n", (3, 11), "3.12"),
        ("def f[T](x: T): pass\n", (3, 11), "3.12"),
        ('print(f"{a["b"]}")\n', (3, 11), "3.12"),
        ('x = t"{a}"\n', (3, 13), "3.14"),
        ("try:\n    f()\nexcept A, B:\n    pass\n", (3, 13), "3.14"),
        ("match x:\n    case 1: pass\n", (3, 9), "3.10"),
        ("try:\n    f()\nexcept* A:\n    pass\n", (3, 10), "3.11"),
        ("if (x := 1): pass\n", (3, 7), "3.8"),
        ("def f(a, /): pass\n", (3, 7), "3.8"),
    ],
)
def test_newer_than_the_target(text: str, version: tuple[int, int], since: str) -> None:
    assert check(text).kind == "valid"
    verdict = check(text, target=version)
    assert verdict.kind == "newer"
    assert f"requires Python {since}" in verdict.message
    major, minor = map(int, since.split("."))
    assert check(text, target=(major, minor)).kind == "valid"


def test_new_syntax_in_a_string_does_not_count() -> None:
    assert check('"""\ntype X = int\n"""\nx = "f\'{a["\n', target=(3, 8)).kind == "valid"


def test_position_of_newer_syntax() -> None:
    text = "é = 1\nwith a: é = f(é, (b := 1))\n"
    assert find_newer_syntax(text, (3, 7)) == NewerSyntax("`:=`", (3, 8), 2, 19)
    assert find_newer_syntax(text, (3, 8)) is None


@pytest.mark.parametrize(
    ("text", "older"),
    [
        ("type X[T] = list[T]\n", "X = list[T]\n"),
        ("def f[T](x: T): pass\n", "def f(x: T): pass\n"),
        ("try: f()\nexcept A, B: pass\n", "try: f()\nexcept (A, B): pass\n"),
        ("lazy import a\n", "import a\n"),
        ("x = f'{a}'\n", "x = '____'\n"),
        ("x = f'{a b}'\n", "x = (  a b)\n"),
        ("x = f'a}'\n", "x = (  ?)\n"),
        ("type(x) == y\n", "type(x) == y\n"),
    ],
)
def test_older_syntax(text: str, older: str) -> None:
    assert in_older_syntax(text) == older


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('f"{a} {b!r:>{c}}"', [(3, "a"), (7, "b")]),
        ('f"{{a}}"', []),
        ('f"{a != b}"', [(3, "a != b")]),
        ('f"{"', [(3, "")]),
    ],
)
def test_fields_of_f_strings(text: str, expected: list[tuple[int, str]]) -> None:
    (token,) = tokens(text)
    assert fields(text, token)[: len(expected)] == expected
