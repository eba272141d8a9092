"""Positions of blocks and inlines in containers, and which blocks a text has."""

from __future__ import annotations

import gc
import weakref

import pytest

from postlint.core.post import Post
from postlint.core.text import Source, Span
from postlint.generators import get_generator
from postlint.parse import read_post


def read(text: str, path: str = "post.md") -> Post:
    return read_post(Source.decode(path, text.encode()), get_generator("none"))


@pytest.mark.parametrize(
    ("text", "parts", "spans"),
    [
        ("| `a` | `a` |\n|---|---|\n| `a` | `a` |\n", "inlines", [(2, 5), (8, 11), (26, 29), (32, 35)]),
        ("> - *x*\n>   *x*\n", "inlines", [(4, 7), (12, 15)]),
        ("-\t日本 `x`\n", "inlines", [(5, 8)]),
        ("| a \\| `b` | [c](d) |\n|---|---|\n", "links", [(13, 19)]),
        ("1. ```py\n   x\n   ```\n", "code_blocks", [(3, 20)]),
        ("> > # Deep #\n", "headings", [(4, 12)]),
    ],
)
def test_equal_texts_have_their_own_positions(text: str, parts: str, spans: list[tuple[int, int]]) -> None:
    assert [part.span for part in getattr(read(text).body, parts)] == [Span(*span) for span in spans]


def test_list_in_block_quote_ends_with_its_last_item() -> None:
    post = read("> - one\n> - two\n>\n> text\n")
    assert [(block.line, block.last_line) for block in post.lists] == [(1, 2)]
    assert [item.last_line for item in post.lists[0].items] == [1, 2]


def test_indented_prompt_is_not_a_definition_list() -> None:
    post = read("Change it:\n\n    ~ % cd /tmp\n")
    assert [block.kind for block in post.code_blocks] == ["indented"]
    assert [block.kind for block in post.body.blocks] == ["paragraph"]


def test_mdx_has_no_indented_code() -> None:
    (block,) = read("<Tabs>\n\n    ```py\n    x = 1\n    ```\n\n</Tabs>\n", "post.mdx").code_blocks
    assert (block.kind, block.info, block.code) == ("fenced", "py", "x = 1\n")


def test_later_definition_of_a_label_is_a_duplicate() -> None:
    definitions = read("[a]: b\n\n[A]: c\n").body.definitions
    assert [(definition.label, definition.duplicate) for definition in definitions] == [("a", False), ("A", True)]


def test_body_is_read_on_first_use() -> None:
    post = read("text\n")
    assert not post.body_is_read
    assert post.headings == ()
    assert post.body_is_read


def test_reading_keeps_no_post_alive() -> None:
    gc.collect()
    post = read("# A\n\n- b [c](d) `e`\n\n> f\n\n| g |\n| - |\n| h |\n")
    assert post.body.headings
    reference = weakref.ref(post)
    gc.disable()
    try:
        del post
        assert reference() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(("depth", "is_too_deep"), [(99, False), (100, True), (200, True)])
def test_too_deep_quotes_are_noted(depth: int, is_too_deep: bool) -> None:
    assert (read("> " * depth + "text\n").body.too_deep is not None) is is_too_deep


@pytest.mark.parametrize(("depth", "is_too_deep"), [(49, False), (50, True), (90, True)])
def test_too_deep_lists_are_noted(depth: int, is_too_deep: bool) -> None:
    text = "".join(f"{'  ' * level}- a\n" for level in range(depth))
    assert (read(text).body.too_deep is not None) is is_too_deep
