"""Columns on a line with tabs."""

from __future__ import annotations

import pytest

from postlint.helpers.columns import column


@pytest.mark.parametrize(
    ("text", "line_start", "offset", "expected"),
    [
        ("abc", 0, 2, 2),
        ("\tb", 0, 1, 4),
        (" \tb", 0, 2, 4),
        ("    \tb", 0, 5, 8),
        ("日本b", 0, 2, 2),
        ("a\n\tb", 2, 3, 4),
        ("ab", 0, 5, 5),
    ],
)
def test_tab_reaches_to_the_next_tab_stop(text: str, line_start: int, offset: int, expected: int) -> None:
    assert column(text, line_start, offset) == expected
