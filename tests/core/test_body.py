"""Positions in code blocks, and the lines of parts."""

from __future__ import annotations

import pytest

from postlint.core.body import lines_of
from tests.support.posts import read


@pytest.mark.parametrize(
    ("line", "column", "target"),
    [(1, 1, "x"), (2, 3, "z"), (2, 99, "\n> ```"), (0, 0, "x"), (3, 1, "```\n"), (9, 9, "```\n")],
)
def test_position_in_code_is_found_in_the_file(line: int, column: int, target: str) -> None:
    post = read("> ```py\n> x\n> y z\n> ```\n")
    (block,) = post.code_blocks
    offset = block.offset_of(line, column)
    assert post.text.startswith(target, offset)


def test_position_past_unclosed_or_empty_code_is_its_end() -> None:
    for text in ("```\nx", "```\n```\n"):
        (block,) = read(text).code_blocks
        assert block.offset_of(5, 1) == block.span.end


def test_first_line_of_code() -> None:
    blocks = read("```\na\n```\n\n    b\n").code_blocks
    assert [(block.kind, block.first_line) for block in blocks] == [("fenced", 2), ("indented", 5)]


def test_lines_of_parts() -> None:
    assert lines_of(read("# a\n\ntext\n\nb\nb\n===\n").headings) == {1, 5, 6, 7}
