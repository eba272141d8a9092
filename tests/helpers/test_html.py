"""HTML comments, and strings without parts of them."""

from __future__ import annotations

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.helpers.html import comment_spans, without_comments
from postlint.parse import read_post


def test_comments_that_are_cut_off_are_removed() -> None:
    assert without_comments("a --> b <!-- c --> d <!-- e") == " b  d "


def test_long_runs_of_comment_delimiters_are_fast() -> None:
    assert without_comments("-->" * 100_000) == ""
    assert without_comments("<!--" * 100_000) == ""


def test_only_commonmark_comments_count_within_a_line_of_text() -> None:
    post = read_post(Source("a.md", "<!-- a -- b -->\n\ntext <!-- c -- d --> <!-- e -->\n"), get_generator("none"))
    assert [post.source[span] for span in comment_spans(post)] == [" a -- b ", " e "]
