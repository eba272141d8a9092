"""What comments and the text around a block tell about it."""

from __future__ import annotations

import pytest

from postlint.code.python.allowances.surrounding_text import has_skip_comment, is_intentional_error, mentions_python_2


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("x = = 1", "", "", False),
        ("x = = 1  # invalid", "", "", True),
        ("x = = 1  ❌", "", "", True),
        ("# SyntaxError", "", "", True),
        ("x = = 1", "This is not valid Python:", "", True),
        ("x = = 1", "", "SyntaxError: invalid syntax", True),
        ("x = = 1", "", "This raises a SyntaxError.", True),
        ("x = = 1", "", "Read more about the class SyntaxError.", False),
    ],
)
def test_intentional_error(text: str, before: str, after: str, expected: bool) -> None:
    assert is_intentional_error(text, before, after) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("In Python 2.7:", True), ("In Python 2:", True), ("In 2 steps", False)]
)
def test_python_2_in_the_text_around(text: str, expected: bool) -> None:
    assert mentions_python_2(text, "") is mentions_python_2("", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("x  # noqa: E999", True), ("x  # doctest: +SKIP", True), ("x  # noqa", False), ("x", False)]
)
def test_skip_comment(text: str, expected: bool) -> None:
    assert has_skip_comment(text) is expected
