"""Values and syntax quoted in messages."""

from __future__ import annotations

import pytest

from postlint.core.messages import backticked, quoted, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n  b\tc", "a b c"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("ab " * 40, "ab " * 19 + "ab…"),
        ("", ""),
    ],
)
def test_text_is_put_on_one_short_line(text: str, expected: str) -> None:
    assert shortened(text) == expected
    assert quoted(text) == f'"{expected}"'
    assert backticked(text) == f"`{expected}`"


def test_long_text_is_fast() -> None:
    assert shortened("a " * 1_000_000).endswith("…")
