"""What several rules ask of a post's lines."""

from __future__ import annotations

import pytest

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.helpers.lines import code_lines, comment_spans, is_blank, quote_prefix, text_start, without_comments
from postlint.parse import read_post


def read(text: str, generator: str = "none") -> Post:
    return read_post(Source("a.md", text), get_generator(generator))


@pytest.mark.parametrize("line", ["", "  \t", "> >", "<!-- a -->", "a -->", "<!-- a", "> <!-- a --> <!-- b -->"])
def test_a_line_that_shows_nothing_is_blank(line: str) -> None:
    assert is_blank(read(f"text\n{line}\ntext\n"), 2)


@pytest.mark.parametrize("line", ["a", "<!-- a --> b", "<!-- a --> b <!-- c -->", "-", "<b>"])
def test_a_line_that_shows_something_is_not(line: str) -> None:
    assert not is_blank(read(f"text\n\n{line}\n"), 3)


def test_beyond_the_body_all_is_blank() -> None:
    post = read("---\ntitle: a\n---\ntext")
    assert [is_blank(post, line) for line in range(6)] == [True, True, True, True, False, True]


def test_template_tags_alone_on_a_line_are_blank_to_their_generator() -> None:
    text = "a\n{% include b %}\n{{ c }}\n"
    assert [is_blank(read(text, "jekyll"), line) for line in (2, 3)] == [True, False]
    assert not is_blank(read(text), 2)


def test_quotes_marks_are_kept_for_a_blank_line() -> None:
    post = read(" > > a\n- b\n")
    assert [quote_prefix(post, line) for line in (1, 2)] == [" > >", ""]


def test_text_starts_below_front_matter_and_blank_lines() -> None:
    assert text_start(read("---\ntitle: a\n---\n \n\n  text\n")) == 20
    assert text_start(read("\n\ntext\n")) == 0
    assert text_start(read("---\ntitle: a\n---\n\n")) == 18


def test_comments_are_taken_out_wherever_they_begin() -> None:
    assert without_comments("a --> b <!-- c --> d <!-- e") == " b  d "


def test_long_rows_of_comment_marks_take_no_time() -> None:
    assert without_comments("-->" * 100_000) == ""
    assert without_comments("<!--" * 100_000) == ""


def test_comments_in_a_line_of_text_are_what_commonmark_takes_for_one() -> None:
    post = read("<!-- a -- b -->\n\ntext <!-- c -- d --> <!-- e -->\n")
    assert [post.source[span] for span in comment_spans(post)] == [" a -- b ", " e "]


def test_lines_of_code_are_without_fences_and_with_blank_indented_ones() -> None:
    post = read("```c\na\n```\n\n    b\n    \n\n```\nd\n")
    assert code_lines(post) == {2, 5, 6, 9, 10}, "a fence that is never closed goes on to the file's end"
    assert code_lines(post, frozenset({"c"})) == {2, 9, 10}
    assert code_lines(post, frozenset({"d"})) == {9, 10}
