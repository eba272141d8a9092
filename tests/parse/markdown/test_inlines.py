"""Runs of `*` and `_` that make no emphasis are known with their places."""

from __future__ import annotations

import pytest

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ** b ** c", [["2**", "7**"]]),
        ("**a * b** * d", [["10*"]]),
        ("***a**", [["0*"]]),
        ("x_ *a* _\n_ y", [["1_", "7_", "9_"]]),
        ("# [b * c](d) * ![x * y](z)\n\n> * e\n> f * g", [["13*"], ["38*"]]),
        ("| a * | b |\n|---|---|\n| \\| * | c |", [["4*"], ["27*"]]),
        ("~~a * b~~ * c", [["4*", "10*"]]),
        ("`*` \\* *a*", []),
    ],
)
def test_stray_marks(text: str, expected: list[list[str]]) -> None:
    post = read_post(Source("a.md", text), get_generator("none"))
    assert [[f"{one.start}{post.source[one]}" for one in runs] for runs in post.body.stray_delimiters] == expected


@pytest.mark.parametrize("text", ["a `b`\u00a0\n", "a\n`b`\u2003", "> `b`\u00a0\n> ===\n", "# `b`\u00a0\n"])
def test_a_wide_space_at_the_end_moves_no_place(text: str) -> None:
    post = read_post(Source("a.md", text), get_generator("none"))
    assert [post.source[one.span] for one in post.body.inlines] == ["`b`"]
