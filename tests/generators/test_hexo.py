"""Hexo 8.1.2 and hexo-front-matter 5 as they were run, and the examples of Hexo's documentation."""

from __future__ import annotations

import re

import pytest

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.front_matter_faults import faults, front

POST = "source/_posts/tea.md"
HEXO = get_generator("hexo")


@pytest.mark.parametrize(
    "lines",
    [
        ["title: Hello World", "date: 2013/7/13 20:46:25"],
        ["categories: [Sports, Baseball]", "tags: [Injury, Fight, Shocking]"],
        ["categories:", "  - [Sports, Baseball]", "  - [MLB, American League]"],
        ["tags: tea", "layout: false", "comments: false"],
        ["published: false"],
        ['published: "false"'],
        ["date: 2024-01-20"],
        ["updated: 2024-01-20 10:00"],
        ["title: 2024"],
    ],
)
def test_valid_front_matter(lines: list[str]) -> None:
    assert faults("hexo", POST, front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date: 2021-24-11", "date:date"),
        ("date: 2021", "date:date"),
        ("date: soon", "date:date"),
        ("tags: tea, water", "misread:tags"),
        ("published: no", "unhidden:published"),
        ("draft: true", "unhidden:draft"),
        ("permalink: [a]", "schema:permalink"),
        ("layout: {a: b}", "schema:layout"),
    ],
)
def test_invalid_front_matter(line: str, expected: str) -> None:
    assert faults("hexo", POST, front(line)) == {expected}


def test_month_that_does_not_exist_is_rolled_over() -> None:
    problem = HEXO.dates.problem("2021-24-11", "2021-24-11")
    assert problem
    assert "2022-12-11" in problem.message


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("----\na: 1\n----\n", {"a": 1}, set()),
        ("\n---\na: 1\n---\n", {"a": 1}, set()),
        ("title: x\ndate: 2024-01-20\n---\nBody\n", {"title": "x", "date": "2024-01-20"}, set()),
        ('"title": "x",\n"tags": ["a"]\n;;;\nBody\n', {"title": "x", "tags": ["a"]}, set()),
        ("--- \na: 1\n---\n", {"a": 1}, {"ignored"}),
        ("+++\na = 1\n+++\n", {"a": 1}, {"ignored"}),
        ("---\na: 1\na: 2\n---\n", {"a": 2}, {"duplicate-key"}),
        ("---\na:\n\tb: 1\n---\n", {"a": {"b": 1}}, set()),
        ("Some: text\nand: more\n\n---\n\nBody\n", {}, {"syntax-error"}),
        ("Title\n---\n\nBody\n", {}, set()),
    ],
)
def test_fences(text: str, data: dict[str, object], expected: set[str]) -> None:
    post = read_post(Source(POST, text), HEXO, POST)
    assert dict(post.data) == data
    assert {problem.kind for problem in post.front_matter_problems} == expected


def test_keys_without_fences_have_positions() -> None:
    post = read_post(Source(POST, 'title: x\n"b": 1\n---\n'), HEXO, POST)
    assert post.front_matter
    assert post.source[post.front_matter.opening] == "title"
    assert post.source[post.front_matter.span_of(("title",))] == "x"
    json = read_post(Source(POST, '"title": "x",\n"b": 1\n;;;\nBody'), HEXO, POST)
    assert json.front_matter
    assert json.source[json.front_matter.span_of(("title",))] == '"x"'
    assert json.source[json.front_matter.key_span_of(("b",))].strip('"') == "b"
    assert json.text[json.body_start :] == "Body"


@pytest.mark.parametrize(
    ("separator", "accepted"), [("<!-- more -->", True), ("<!--MORE-->", True), ("<!--  more-->", False)]
)
def test_excerpt_separators(separator: str, accepted: bool) -> None:
    assert HEXO.excerpts.separator
    assert (re.fullmatch(HEXO.excerpts.separator.pattern, separator) is not None) is accepted
    assert "excerpt" in HEXO.excerpts.overridden_by


@pytest.mark.parametrize(
    ("path", "is_post", "is_draft"),
    [(POST, True, False), ("source/_drafts/tea.md", False, True), ("source/about/index.md", False, False)],
)
def test_posts_and_drafts(path: str, is_post: bool, is_draft: bool) -> None:
    assert HEXO.sources.is_post(path) is is_post
    assert HEXO.front_matter.is_draft(path, {}) is is_draft


def test_templates_run_in_text_but_not_in_code() -> None:
    text = "a {% note %} b\n\n```js\nlet x = {{ y }};\n```\n\n{# hidden #}\n"
    post = read_post(Source(POST, text), HEXO, POST)
    assert [post.source[mask] for mask in post.masks] == ["{% note %}", "{# hidden #}"]
