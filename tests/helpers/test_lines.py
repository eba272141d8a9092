"""Blank lines, quote prefixes, the start of the text, lines of code."""

from __future__ import annotations

import pytest

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.helpers.lines import code_lines, is_blank, quote_prefix, text_start
from postlint.parse import read_post


def read(text: str, generator: str = "none") -> Post:
    return read_post(Source("a.md", text), get_generator(generator))


@pytest.mark.parametrize("line", ["", "  \t", "> >", "<!-- a -->", "a -->", "<!-- a", "> <!-- a --> <!-- b -->"])
def test_line_without_visible_text_is_blank(line: str) -> None:
    assert is_blank(read(f"text\n{line}\ntext\n"), 2)


@pytest.mark.parametrize("line", ["a", "<!-- a --> b", "<!-- a --> b <!-- c -->", "-", "<b>"])
def test_line_with_visible_text_is_not_blank(line: str) -> None:
    assert not is_blank(read(f"text\n\n{line}\n"), 3)


def test_lines_outside_of_the_body_are_blank() -> None:
    post = read("---\ntitle: a\n---\ntext")
    assert [is_blank(post, line) for line in range(6)] == [True, True, True, True, False, True]


def test_line_of_template_tags_is_blank_for_their_generator() -> None:
    text = "a\n{% include b %}\n{{ c }}\n"
    assert [is_blank(read(text, "jekyll"), line) for line in (2, 3)] == [True, False]
    assert not is_blank(read(text), 2)


def test_quote_prefix_has_no_trailing_space() -> None:
    post = read(" > > a\n- b\n")
    assert [quote_prefix(post, line) for line in (1, 2)] == [" > >", ""]


def test_text_starts_below_front_matter_and_blank_lines() -> None:
    assert text_start(read("---\ntitle: a\n---\n \n\n  text\n")) == 20
    assert text_start(read("\n\ntext\n")) == 0
    assert text_start(read("---\ntitle: a\n---\n\n")) == 18


def test_code_lines_exclude_fences_and_include_indented_blank_lines() -> None:
    post = read("```c\na\n```\n\n    b\n    \n\n```\nd\n")
    assert code_lines(post) == {2, 5, 6, 9, 10}, "an unclosed fence continues to the end of the file"
    assert code_lines(post, frozenset({"c"})) == {2, 9, 10}
    assert code_lines(post, frozenset({"d"})) == {9, 10}
