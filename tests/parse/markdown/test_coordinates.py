"""From offsets in the content of tokens to offsets in the file."""

from __future__ import annotations

from postlint.core.text import Source, Span
from postlint.parse.markdown.coordinates import Coordinates, cell_coordinates, content_end, line_coordinates


def test_segments() -> None:
    coordinates = Coordinates((0, 3), (10, 20))
    assert [coordinates.offset(offset) for offset in (0, 2, 3, 4)] == [10, 12, 23, 24]
    assert coordinates.span(1, 4) == Span(11, 24)
    assert coordinates.span(3, 3) == Span(23, 23)
    assert Coordinates((0,), (5,)).span(1, 2) == Span(6, 7)


def test_lines_without_container_markers() -> None:
    text = "> one\n>   two  \n"
    coordinates = line_coordinates(Source("a.md", text), text, 1, "one\ntwo")
    assert [text[coordinates.offset(index)] for index in range(7)] == [*"one\ntwo"]


def test_content_without_a_trailing_no_break_space() -> None:
    assert content_end("> a\u00a0", "a", 0, 4) == 3
    assert content_end("> a", "a", 0, 3) == 3


def test_cells_end_at_pipes_without_backslash() -> None:
    row = r"| a | b \| c | `d` |"
    cells, leading, trailing = cell_coordinates(row, 0, len(row))
    assert [row[slice(*span)] for span, _ in cells] == ["a", r"b \| c", "`d`"]
    assert (leading, trailing) == (True, True)
    content = "b | c"
    assert [row[cells[1][1].offset(index)] for index in range(len(content))] == [*content]


def test_cells_without_pipes_at_the_ends() -> None:
    cells, leading, trailing = cell_coordinates("a|b", 0, 3)
    assert (len(cells), leading, trailing) == (2, False, False)
    assert cell_coordinates("|", 0, 1)[1:] == (True, True)
