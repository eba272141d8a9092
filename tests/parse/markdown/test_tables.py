"""What is a table, and what ends it, as on GitHub."""

from __future__ import annotations

import pytest

from tests.support.posts import read

TABLE = "| a |\n|---|\n| b |\n"


@pytest.mark.parametrize(
    ("text", "last_lines"),
    [
        (TABLE, [3]),
        (TABLE + "text\n", [4]),
        (TABLE + "\ntext\n", [3]),
        (TABLE + "> quote\n", [3]),
        (TABLE + "<br>\n", [3]),
        ("text\n" + TABLE, [4]),
        ("- | a |\n|---|\n", []),
        ("# | a |\n|---|\n", []),
        ("| a |\n|---|---|\n", []),
    ],
)
def test_tables(text: str, last_lines: list[int]) -> None:
    assert [table.last_line for table in read(text).tables] == last_lines
