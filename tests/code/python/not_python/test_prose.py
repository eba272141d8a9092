"""Text of which no line is Python."""

from __future__ import annotations

import pytest

from postlint.code.python.not_python.prose import no_line_is_python
from postlint.code.python.parser.parser import Parser


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, Ada, nice to meet you!", True),
        ("name  age\nAda   36", True),
        ("Hello, Ada!\nx = 1", False),
        ("some words\nreturn", False),
        ("some words\nelse:", False),
        ("(some words", True),
        ("some words (", False),
        ("# only a comment", False),
    ],
)
def test_prose(text: str, expected: bool) -> None:
    assert no_line_is_python(text.split("\n"), Parser()) is expected
