"""Titles that the front matter gives a page."""

from __future__ import annotations

import pytest

from postlint.helpers.title import check_title_pattern, has_title
from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "option", "expected"),
    [
        ("---\ntitle: Tea\n---\n", True, True),
        ("---\ntitle: Tea\n---\n", False, False),
        ("---\nname: Tea\n---\n", True, False),
        ("---\nname: Tea\n---\n", "^NAME:", True),
        ("---\nname: Tea\n---\n", "^other:", False),
        ('+++\ntitle = "Tea"\n+++\n', True, True),
        ('{"title": "Tea"}\n', True, False),
        ('{\n  "title": "Tea"\n}\n', True, True),
        ("title: Tea\n", True, False),
    ],
)
def test_title_in_front_matter(text: str, option: bool | str, expected: bool) -> None:
    assert has_title(read(text, "hugo"), option) is expected


def test_invalid_pattern_is_an_error() -> None:
    check_title_pattern(True)
    check_title_pattern("^name:")
    with pytest.raises(ValueError, match="`front-matter-title`"):
        check_title_pattern("(")
