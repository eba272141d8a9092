"""TOML blocks: positions, messages, excerpts."""

from __future__ import annotations

import pytest

from postlint.code.data_formats.toml_blocks import toml_problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = "b\n', (1, 7, "unclosed string")),
        ("a = 1 2\n", (1, 7, "unexpected text after the value, expected the end of the line")),
        ("a = b\n", (1, 5, "invalid value, expected quotes around a string")),
        ("a = [1\n", (1, 1, "unexpected end of the code")),
    ],
)
def test_problem(text: str, expected: tuple[int, int, str]) -> None:
    assert toml_problem(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a =\n",
        "a = 1 or 2\n",
        "a = <name>\n",
        "a = [1, ...]\n",
        "a = 1\na = 2\n",
        '"a",\n"b",\n',
        '+++\na = 1\n+++\n\nA page with "text.\n',
    ],
)
def test_no_problem(text: str) -> None:
    assert toml_problem(text) is None
