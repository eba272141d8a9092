"""Parse texts within a budget, and report problems in terms that hold on every version of Python."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.code.python.parser.parser import Parser, ProblemKind, syntax_problem, without_unparsable_characters


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a = 1\n    b = 2\n", ProblemKind.INDENT, 1),
        ("if a:\n        b\n    c\n", ProblemKind.DEDENT, 2),
        ("if a:\n\tb\n        c\n", ProblemKind.TABS, 2),
        ("if a:\nb\n", ProblemKind.BODY, 1),
        ("while a\n    b\n", ProblemKind.COLON, 0),
        ("f(\n", ProblemKind.OPEN_BRACKET, 0),
        ("try:\n    a\nb\n", ProblemKind.OPEN_TRY, 2),
        ('x = """\n', ProblemKind.OPEN_DOCSTRING, 0),
        ("(" * 1_000 + ")" * 1_000, ProblemKind.TOO_DEEP, 0),
        ("x = a b\n", ProblemKind.OTHER, 0),
    ],
)
def test_kind_and_line(text: str, kind: Any, line: int) -> None:
    problem = syntax_problem(text)
    assert problem is not None
    assert (problem.kind, problem.line) == (kind, line)


def test_header_without_a_body() -> None:
    problem = syntax_problem("a = 1\nfor x in a:\n\n# words\nb\n")
    assert problem is not None
    assert (problem.kind, problem.header) == (ProblemKind.BODY, 1)


@pytest.mark.parametrize(
    "text",
    [
        "type X = int\n",
        'x = f"{a["b"]}"\n',
        "try: f()\nexcept A, B: pass\n",
        "lazy import a\n",
        "from __future__ import braces\n",
    ],
)
def test_syntax_of_any_version_is_accepted(text: str) -> None:
    assert syntax_problem(text) is None
    assert Parser().accepts(text)


def test_name_of_an_exception_in_python_2_is_a_problem() -> None:
    assert syntax_problem("try: f()\nexcept A, e: pass\n") is not None


def test_budget_is_used_by_each_new_text() -> None:
    parser = Parser(budget=500)
    assert parser.accepts("a = 1\n")
    assert parser.accepts("a = 1\n"), "remembered, and therefore free"
    assert not parser.budget_exhausted
    parser.problem("b = 1\n")
    parser.problem("c = 1\n")
    assert parser.budget_exhausted


def test_unparsable_characters_are_replaced() -> None:
    assert without_unparsable_characters("a\0\ud800é") == "a\ufffd\ufffdé"
    assert Parser().problem('x = "\0\ud800"\n') is None
