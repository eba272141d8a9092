"""Stray runs of `*` and `_`, and positions of inline tokens at the end of a line."""

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
def test_stray_delimiters(text: str, expected: list[list[str]]) -> None:
    post = read_post(Source("a.md", text), get_generator("none"))
    assert [[f"{run.start}{post.source[run]}" for run in runs] for runs in post.body.stray_delimiters] == expected


@pytest.mark.parametrize("text", ["a `b`\u00a0\n", "a\n`b`\u2003", "> `b`\u00a0\n> ===\n", "# `b`\u00a0\n"])
def test_no_break_space_at_line_end_does_not_move_positions(text: str) -> None:
    post = read_post(Source("a.md", text), get_generator("none"))
    assert [post.source[inline.span] for inline in post.body.inlines] == ["`b`"]


def test_equal_contents_keep_their_own_undefined_references() -> None:
    post = read_post(Source("a.md", "[a][b] ![a [c][d]](e.png)\n\n[a][b]\n"), get_generator("none"))
    references = [(reference.label, reference.span.start) for reference in post.body.undefined_references]
    assert references == [("b", 0), ("b", 27)]
