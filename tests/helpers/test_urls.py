"""Bare URLs and email addresses in a text."""

from __future__ import annotations

import pytest

from postlint.helpers.urls import bare_urls, find_urls
from tests.support.posts import read


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://example.org/a, or not.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("www.example.org!", ["www.example.org"]),
        ("mail ada@example.org.", ["ada@example.org"]),
        ("https://a_b.c_d/", []),
        ("[https://example.org]", []),
        ("https://example.org/&amp;", ["https://example.org/"]),
        ("http:// nothing", []),
    ],
)
def test_urls_are_those_that_github_links(text: str, urls: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_urls(text)] == urls


def test_only_urls_in_text_count() -> None:
    text = (
        "https://a.example [b](https://b.example) <https://c.example> `https://d.example`\n\n"
        "<a href='x'>https://e.example</a> ![f](https://f.example)\n\n    https://g.example\n\n"
        "# https://h.example\n\n| https://i.example |\n|---|\n\n[j]: https://j.example\n"
    )
    post = read(text)
    assert [post.source[span] for span in bare_urls(post)] == [
        "https://a.example", "https://h.example", "https://i.example"
    ]  # fmt: skip
