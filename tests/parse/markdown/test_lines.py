"""Lines inside of open containers."""

from __future__ import annotations

from typing import Literal

import pytest

from postlint.parse.markdown.lines import LineMap
from tests.support.posts import read

Parents = tuple[Literal["bullet", "ordered", "quote"], ...]


@pytest.mark.parametrize(
    ("text", "parents", "line", "expected"),
    [
        ("  a  \n", (), 1, "a"),
        ("> a\n", ("quote",), 1, "a"),
        ("> > a\t\n", ("quote", "quote"), 1, "a"),
        ("> > a\n", ("quote",), 1, "> a"),
        ("lazy\n", ("quote",), 1, "lazy"),
        (">   \n", ("quote",), 1, ""),
    ],
)
def test_content_of_a_line(text: str, parents: Parents, line: int, expected: str) -> None:
    lines = LineMap(read(text))
    lines.parents = parents
    span = lines.span(line, line)
    assert text[span.start : span.end] == expected


def test_markers_that_begin_on_a_line_are_not_content() -> None:
    lines = LineMap(read("- a\n"))
    lines.marker_ends[1] = 2
    assert (lines.start(1), lines.content_start(1), lines.end(1)) == (2, 2, 3)


def test_last_line_is_not_blank() -> None:
    lines = LineMap(read("> a\n>\n> \n\n"))
    assert lines.last_line(1, 4) == 3
    lines.parents = ("quote",)
    assert lines.last_line(1, 4) == 1
    assert lines.last_line(2, 3) == 2, "the first line may be blank"


def test_content_over_lines_has_coordinates() -> None:
    text = "> one\n> two\n"
    lines = LineMap(read(text))
    coordinates = lines.coordinates(1, "one\ntwo")
    assert [text[coordinates.offset(index)] for index in (0, 4)] == ["o", "t"]
    assert lines.coordinates(2, "two").offset(0) == text.index("two")
