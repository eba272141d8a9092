"""Front matter of VitePress 1.6.4, whose builds were run."""

from __future__ import annotations

import pytest

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.front_matter_faults import faults, front


@pytest.mark.parametrize(
    "lines",
    [
        ["title: Tea", "titleTemplate: ':title - Kitchen'", "description: How to boil water", "outline: deep"],
        ["titleTemplate: false", "outline: [2, 3]", "aside: left", "sidebar: false", "lastUpdated: 2021-02-03"],
        ["outline: 2", "lastUpdated: false", "prev: false", "next: {text: Coffee, link: /coffee}", "editLink: false"],
        ["outline: false", "layout: false", "pageClass: wide", "head: [[meta, {name: a, content: b}]]"],
        ["outline: {level: [2, 3], label: Contents}", "layout: MyLayout", "search: false", "markdownStyles: false"],
        ["layout: home", "hero: {name: Tea, text: Hot}", "features: [{title: Fast, details: Two minutes}]"],
        ["date: 2024-01-20", "draft: true", "tags: [a]", "unknown: x"],
    ],
)
def test_valid_front_matter(lines: list[str]) -> None:
    assert faults("vitepress", "guide/tea.md", front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: 2024", "schema:title"),  # the first heading becomes the title instead
        ("head: {meta: x}", "schema:head"),  # `head.filter is not a function`
        ("head: [meta]", "schema:head"),
        ("outline: true", "schema:outline"),
        ("outline: depe", "schema:outline"),
        ("outline: [2, 3, 4]", "schema:outline"),  # only the first two count
        ("title: a\ntitle: b", "duplicate-key"),
        ("title: a: b", "syntax-error"),
    ],
)
def test_invalid_front_matter(line: str, expected: str) -> None:
    assert faults("vitepress", "guide/tea.md", front(line)) == {expected}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("---\ntitle: a\n---\n# H\n", {"title": "a"}),
        ("---   \ntitle: a\n---  \n# H\n", {"title": "a"}),
        ("---\ntitle: a\n-----\ntext\n", {"title": "a"}),
        ("---\n---\ntext\n", {}),
    ],
)
def test_fences(text: str, data: dict[str, object]) -> None:
    assert dict(read_post(Source("a.md", text), get_generator("vitepress")).data) == data


@pytest.mark.parametrize("text", ['{"title": "a"}\n\ntext\n', "+++\ntitle = 'a'\n+++\n", "\n---\ntitle: a\n---\n"])
def test_text_that_is_not_front_matter(text: str) -> None:
    assert faults("vitepress", "a.md", text) == {"ignored"}


def test_unclosed_front_matter_is_the_whole_file() -> None:
    post = read_post(Source("a.md", "---\ntitle: a\n\n# H\n"), get_generator("vitepress"))
    [problem] = post.front_matter_problems
    assert "VitePress reads the whole file as front matter" in problem.message


def test_drafts_are_published() -> None:
    assert not get_generator("vitepress").front_matter.is_draft("a.md", {"draft": True})
