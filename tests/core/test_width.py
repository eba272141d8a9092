"""The display width of text."""

from __future__ import annotations

import pytest

from postlint.core.width import display_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("tea", 3),
        ("日本", 4),
        ("ｆｕｌｌ", 8),
        ("é", 1),
        ("e\u0301", 1),
        ("✔", 1),
        ("✔\ufe0f", 2),
        ("👩‍💻", 2),
        ("👍🏽", 2),
        ("🇩🇪", 2),
        ("🇩🇪🇫🇷", 4),
        ("a\u200bb", 2),
    ],
)
def test_width(text: str, width: int) -> None:
    assert display_width(text) == width
