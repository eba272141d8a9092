"""Rewriting a table with aligned pipes."""

from __future__ import annotations

from postlint.core.body import Table
from postlint.core.post import Post
from postlint.core.text import Edit
from postlint.core.width import display_width


def align_pipes(post: Post, table: Table) -> tuple[Edit, ...] | None:
    """Edits that rewrite a table with its pipes below each other, one space on each side of a cell.

    None if its rows have different numbers of cells or a row has no pipe at one of its ends.
    """
    rows = (table.header, table.delimiter, *table.rows)
    count = len(table.header.cells)
    if any(len(row.cells) != count or not (row.leading_pipe and row.trailing_pipe) for row in rows):
        return None
    texts = [[post.source[cell.span] for cell in row.cells] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(texts[0], *texts[2:], strict=True)]
    widths = [max(width, len(_delimiter_cell(cell, 0))) for width, cell in zip(widths, texts[1], strict=True)]
    texts[1] = [_delimiter_cell(cell, width) for width, cell in zip(widths, texts[1], strict=True)]
    edits = []
    for row, cells in zip(rows, texts, strict=True):
        padded = [cell + " " * (width - display_width(cell)) for width, cell in zip(widths, cells, strict=True)]
        edits.append(Edit(row.span, f"| {' | '.join(padded)} |"))
    return tuple(edits)


def _delimiter_cell(cell: str, width: int) -> str:
    """A cell of the delimiter row in another width, with the colons that it has."""
    left, right = cell[:1] == ":", cell[-1:] == ":"
    return ":" * left + "-" * max(width - left - right, 1) + ":" * right
