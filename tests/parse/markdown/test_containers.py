"""Lists, block quotes, definitions and footnotes."""

from __future__ import annotations

from tests.support.posts import read


def test_items_have_markers_and_content() -> None:
    text = "> 1)  a\n>     b\n> 2)\n\n- c\n  * d\n"
    post = read(text)
    items = [(post.source[item.marker], post.source[item.content]) for block in post.lists for item in block.items]
    assert items == [("1)", "a\n>     b"), ("2)", ""), ("-", "c\n  * d"), ("*", "d")]
    assert [block.parents for block in post.lists] == [("quote",), (), ("bullet",)]
    assert [block.ordered for block in post.lists] == [True, False, False]


def test_quotes_in_quotes_and_lists() -> None:
    post = read("> a\n> > b\n\n- > c\n")
    assert [(quote.line, quote.last_line, quote.parents) for quote in post.body.quotes] == [
        (1, 2, ()), (2, 2, ("quote",)), (4, 4, ("bullet",))
    ]  # fmt: skip
    assert [post.text[quote.span.start] for quote in post.body.quotes] == [">"] * 3


def test_footnote_definitions() -> None:
    post = read("[^a]: text\n\n[^b]:\n\n> [^c]: text\n")
    assert [(note.label, post.source[note.span], note.empty) for note in post.body.footnote_definitions] == [
        ("a", "[^a]:", False), ("b", "[^b]:", True), ("c", "[^c]:", False)
    ]  # fmt: skip


def test_indented_blocks_of_their_generator() -> None:
    text = '!!! note\n\n    a\n\n- b\n\n    === "Tab"\n\n        c\n'
    assert [(block.line, block.indent) for block in read(text, "mkdocs").body.indented_blocks] == [(1, 4), (7, 8)]
    assert read(text, "jekyll").body.indented_blocks == ()
