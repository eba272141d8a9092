"""Heading texts without markup, and ids in raw HTML."""

from __future__ import annotations

import pytest

from postlint.helpers.anchors import heading_texts, html_id_positions, html_ids
from tests.support.posts import read


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Boil *the* `water`", "Boil the water"),
        ("![cup](cup.png) Tea", " Tea"),
        ("Tea <b>now</b>", "Tea now"),
        ("Tea &amp; milk", "Tea  milk"),
        ("At https://example.org today", "At  today"),
        ("Tea <https://example.org>", "Tea "),
        ("~~Cold~~ **hot *tea***", "Cold hot tea"),
    ],
)
def test_heading_text_has_no_markup(heading: str, text: str) -> None:
    assert heading_texts(read(f"# {heading}\n")) == [text]


def test_each_heading_has_its_own_text() -> None:
    post = read("*a* `b`\n\n# *One*\n\n[c](d)\n\nTwo\n`2`\n===\n\n# *Three*\n")
    assert heading_texts(post) == ["One", "Two2", "Three"]


def test_ids_in_html() -> None:
    post = read('<div id="top">\n\ntext <a name=here>x</a> <b name="no"> <i ID=\'in\'>\n\n<!-- <p id="hidden"> -->\n')
    assert sorted(html_ids(post)) == ["here", "in", "top"]
    for name, offset in html_id_positions(post):
        assert name in post.text[offset : post.text.index(">", offset)]
