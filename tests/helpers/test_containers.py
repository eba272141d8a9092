"""The parts of lines that belong to list items and quotes."""

from __future__ import annotations

import pytest

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.helpers.containers import steps
from postlint.parse import read_post


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("- a\n\n  b", 3, ["  "]),
        ("-     code\n\n  b", 3, ["  "]),
        ("-\n  a", 2, ["  "]),
        ("10. a\n\n\tb", 3, ["\t"]),
        ("> - a\n>   > b\n>   > c", 3, ["> ", "  ", "> "]),
        (">\t- a\n>\n>\t  b", 3, [">\t", "  "]),
        ("- > a\n  > b", 2, ["  ", "> "]),
        ("> a\nlazy", 2, []),
        ("> - a\n> lazy", 2, ["> "]),
        ("- a\n  - b\n\n    c", 4, ["  ", "  "]),
        ("a\n\n- b\n- c", 4, ["- "]),
    ],
)
def test_steps(text: str, line: int, expected: list[str]) -> None:
    post = read_post(Source("a.md", text), get_generator("none"))
    ((number, around),) = steps(post, [line])
    assert number == line
    assert [post.text[step.start : step.end] for step in around] == expected


def test_steps_of_multiple_lines_are_in_order() -> None:
    post = read_post(Source("a.md", "> a\n\n- b\n  - c\n\n> d\n"), get_generator("none"))
    assert [(line, len(around)) for line, around in steps(post, range(1, 7))] == [
        (1, 1), (2, 0), (3, 1), (4, 2), (5, 0), (6, 1)
    ]  # fmt: skip
