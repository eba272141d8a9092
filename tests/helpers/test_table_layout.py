"""Tables with aligned pipes."""

from __future__ import annotations

import pytest

from postlint.core.text import apply_edits
from postlint.helpers.table_layout import align_pipes
from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|a|b|\n|-|:-:|\n|long|c|\n", "| a    | b   |\n| ---- | :-: |\n| long | c   |\n"),
        ("| a |\n|--:|\n| 日本 |\n", "| a    |\n| ---: |\n| 日本 |\n"),
        ("> |a|\n> |-|\n> |bc|\n", "> | a  |\n> | -- |\n> | bc |\n"),
        ("|a|b|\n|-|-|\n|c|\n", None),
        ("a|b\n-|-\nc|d\n", None),
    ],
)
def test_pipes_are_below_each_other(text: str, expected: str | None) -> None:
    post = read(text)
    edits = align_pipes(post, post.tables[0])
    assert (None if edits is None else apply_edits(text, edits)) == expected
