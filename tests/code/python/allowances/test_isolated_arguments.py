"""Arguments, items and parameters without what they belong to."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.isolated_arguments import are_isolated_arguments
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=1,\nb=2,", True),
        ("*args,\n**options", True),
        ("'a': 1,\n'b': 2,", True),
        ("  first: int,\n  second: str = '',", True),
        ("a b,\nc", False),
        ("if a,\nb", False),
    ],
)
def test_isolated_arguments(text: str, expected: bool) -> None:
    assert are_isolated_arguments(text.split("\n"), Parser()) is expected


def test_nothing_is_parsed_without_a_budget() -> None:
    assert not are_isolated_arguments(["a=1,", "b=2"], Parser(budget=0))
