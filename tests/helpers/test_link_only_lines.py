"""Lines on which a link is alone."""

from __future__ import annotations

import pytest

from postlint.helpers.link_only_lines import link_only_lines
from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("https://example.org/a", {1}),
        ("[a](b.md)", {1}),
        ("> <https://example.org>", {1}),
        ("- ![a](b.png)", {1}),
        ("**[a](b.md)**", {1}),
        ("[a](b.md) and [c](d.md)", set()),
        ("See [a](b.md)", set()),
        ("text\n[a](b.md)\ntext", {2}),
        ("`https://example.org`", set()),
        ("text", set()),
    ],
)
def test_link_only_lines(text: str, numbers: set[int]) -> None:
    post = read(text)
    lines = [(number, post.source.line(number)) for number in range(1, text.count("\n") + 2)]
    assert set(link_only_lines(post, lines)) == numbers


def test_only_the_given_lines_are_examined() -> None:
    post = read("[a](b.md)\n\n[c](d.md)\n")
    assert set(link_only_lines(post, [(3, post.source.line(3))])) == {3}
