"""Moving the lines of list items to the left or right."""

from __future__ import annotations

import pytest

from postlint.core.text import apply_edits
from postlint.helpers.list_items import shifted
from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("- a\n  b\n", 2, "  - a\n    b\n"),
        ("  - a\n\n    b\n", -2, "- a\n\n  b\n"),
        ("- a\n  - b\n\n    c\n", 1, " - a\n   - b\n\n     c\n"),
        ("- a\nlazy\n", 2, "  - a\nlazy\n"),
        ("> - a\n>   b\n", 1, ">  - a\n>    b\n"),
        ("- a\n\n\tb\n", 1, None),
    ],
)
def test_lines_of_an_item_move(text: str, width: int, expected: str | None) -> None:
    post = read(text)
    parent = post.lists[0]
    edits = shifted(post, parent, parent.items[0], width, parent.items[0].line)
    assert (None if edits is None else apply_edits(text, edits)) == expected


def test_first_line_can_stay() -> None:
    text = "- a\n  b\n"
    post = read(text)
    edits = shifted(post, post.lists[0], post.lists[0].items[0], 2, 2)
    assert edits is not None
    assert apply_edits(text, edits) == "- a\n    b\n"
