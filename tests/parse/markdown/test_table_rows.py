"""Rows and cells of tables."""

from __future__ import annotations

from tests.support.posts import read


def test_cells_have_positions() -> None:
    text = "> | a | *b* |\n> |---|:-:|\n> | c \\| d |\n"
    post = read(text)
    (table,) = post.tables
    rows = (table.header, table.delimiter, *table.rows)
    assert [[post.source[cell.span] for cell in row.cells] for row in rows] == [
        ["a", "*b*"], ["---", ":-:"], ["c \\| d"]
    ]  # fmt: skip
    assert [row.line for row in rows] == [1, 2, 3]
    assert [post.source[inline.span] for inline in post.body.inlines] == ["*b*"]


def test_pipes_at_the_ends() -> None:
    (table,) = read("a | b\n--|--\n| c | d |\n").tables
    assert [(row.leading_pipe, row.trailing_pipe) for row in (table.header, *table.rows)] == [
        (False, False), (True, True)
    ]  # fmt: skip


def test_attributes_below_a_table_are_not_a_row() -> None:
    text = "| a |\n|---|\n| b |\n{: .wide}\n"
    assert [len(read(text, generator).tables[0].rows) for generator in ("jekyll", "none")] == [1, 2]
