"""Quarto, MyST and Forem according to their sources; posts, dates and templates in these and other generators."""

from __future__ import annotations

from datetime import date

import pytest

from postlint.core.front_matter import FrontMatter
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.front_matter_faults import faults, front

POST = "docs/blog/posts/tea.md"


def matter(generator: str, text: str) -> FrontMatter:
    front_matter = read_post(Source("a.md", text), get_generator(generator)).front_matter
    assert front_matter
    return front_matter


@pytest.mark.parametrize(
    "lines",
    [
        ["title: Post", "author: Ada", 'date: "05/22/2021"', "categories: [news, code]", "image: a.png"],
        ["title: Post", "date: 2021-05-22", "format:", "  html:", "    toc: true", "freeze: auto"],
        ["date: last-modified", "author: [{name: Ada}, Bob]", "draft: true", "tags: a, b"],
        ["date: {value: 2021-05-22, format: long}", "execute: {echo: false}", "jupyter: python3"],
    ],
)
def test_valid_documents_of_quarto(lines: list[str]) -> None:
    assert faults("quarto", "posts/a/index.qmd", front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: 2024", "schema:title"),
        ("draft: yes", "schema:draft"),
        ("categories: a, b", "misread:categories"),
        ("date: 2021-24-11", "date:date"),
        ("toc: sometimes", "schema:toc"),
        ("freeze: never", "schema:freeze"),
        ("title: x\ntitle: y", "duplicate-key"),
    ],
)
def test_invalid_documents_of_quarto(line: str, expected: str) -> None:
    assert faults("quarto", "posts/a/index.qmd", front(line)) == {expected}


@pytest.mark.parametrize(
    ("generator", "path", "lines", "expected"),
    [
        ("myst", "blog/a.md", ["title: x", "authors: [{name: Ada}]", "date: 2024", "kernelspec: {name: a}"], set()),
        ("myst", "blog/a.md", ["blogpost: true", "date: Apr 15, 2014", "tags: a, b", "category: c"], set()),
        ("myst", "blog/a.md", ["myst: {enable_extensions: [a]}", "orphan: true", "tocdepth: 2"], set()),
        ("myst", "blog/a.md", ["short_title: " + 41 * "x"], {"schema:short_title"}),
        ("myst", "blog/a.md", ["title: " + 501 * "x"], {"schema:title"}),
        ("myst", "blog/a.md", ["date: 2024-24-01"], {"date:date"}),
        ("forem", "a.md", ["title: x", "published: true", "tags: python, webdev", "series: null"], set()),
        ("forem", "a.md", ["title: x", "published: True", "tags: 'a, b, c, d'"], set()),
        ("forem", "a.md", ["title: x", "cover_image: https://a.example/a.png", "canonical_url:"], set()),
        ("forem", "a.md", ["title: x", "tags: [a, b]"], set()),
        ("forem", "a.md", ["title: Postgres: the good parts", "description: a: b"], set()),
        ("forem", "a.md", ["title: x", "series: a: b"], {"syntax-error"}),
        ("forem", "a.md", ["title: x", "tags: a, b, c, d, e"], {"schema:tags"}),
        ("forem", "a.md", ["title: x", "tags: machine-learning"], {"schema:tags"}),
        ("forem", "a.md", ["title: x", "published: yes"], {"schema:published"}),
        ("forem", "a.md", ["title: x", "canonical_url: a.example"], {"schema:canonical_url"}),
        ("forem", "a.md", ["title: " + 129 * "x"], {"schema:title"}),
        ("forem", "a.md", ["published: true"], set()),
    ],
)
def test_myst_and_forem(generator: str, path: str, lines: list[str], expected: set[str]) -> None:
    assert faults(generator, path, front(*lines)) == expected


def test_quarto_rejects_blank_line_below_opening_fence() -> None:
    assert faults("quarto", "a.qmd", "---\n\ntitle: x\n---\n") == {"ignored"}
    assert faults("quarto", "a.qmd", "---\ntitle: x\n\nauthor: y\n...\n") == set()


def test_fences_in_myst_may_be_longer() -> None:
    assert dict(matter("myst", "-----\na: 1\n-----\n").data) == {"a": 1}
    assert faults("myst", "a.md", "-----\na: 1\n-----\n") == set()


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        ("pelican", "content/articles/tea.md", True),
        ("pelican", "content/pages/about.md", False),
        ("pelican", "README.md", False),
        ("mkdocs", POST, False),
        ("mkdocs-material", POST, True),
        ("mkdocs-material", "docs/en/blog/posts/2024/tea.md", True),
        ("mkdocs-material", "docs/blog/index.md", False),
        ("quarto", "posts/tea/index.qmd", True),
        ("quarto", "posts/index.qmd", False),
        ("quarto", "docs/blog/posts/tea/index.qmd", True),
        ("quarto", "posts/_tea.qmd", False),
        ("nikola", "posts/2024/tea.md", True),
        ("nikola", "pages/about.md", False),
        ("myst", "blog/2024/tea.md", True),
        ("forem", "articles/tea.md", True),
        ("forem", "README.md", False),
    ],
)
def test_posts(generator: str, path: str, expected: bool) -> None:
    assert get_generator(generator).sources.is_post(path) is expected


@pytest.mark.parametrize(
    ("generator", "text", "expected"),
    [
        ("pelican", "02/03/2021", date(2021, 2, 3)),
        ("pelican", "22/03/2021", date(2021, 3, 22)),
        ("nikola", "2012-03-30 23:00:00 UTC", date(2012, 3, 30)),
        ("quarto", "05/22/2021", date(2021, 5, 22)),
        ("myst", "15 Apr, 2014", date(2014, 4, 15)),
        ("mkdocs-material", "2024-01-31 12:00", None),
        ("mkdocs-material", "2024-01-31 12:00:00", date(2024, 1, 31)),
    ],
)
def test_dates(generator: str, text: str, expected: date | None) -> None:
    assert get_generator(generator).dates.parse(text) == expected


@pytest.mark.parametrize(
    ("generator", "text", "masked"),
    [
        ("quarto", "a {{< video x >}} {{{< video y >}}} {{</* z */>}} {{ w }}", ["{{< video x >}}"]),
        ("nikola", "a {{% media url=x %}} {{ y }} {% z %}", ["{{% media url=x %}}"]),
        ("pelican", "{% img /a.png %} {{ y }} {% other %}", ["{% img /a.png %}"]),
        ("mkdocs", "{{ y }} {% other %}", []),
        ("forem", "{% embed https://a.example %}", ["{% embed https://a.example %}"]),
    ],
)
def test_templates(generator: str, text: str, masked: list[str]) -> None:
    post = read_post(Source("a.md", text), get_generator(generator))
    assert [post.source[mask] for mask in post.masks] == masked


def test_markdown_dialects() -> None:
    pelican, quarto = get_generator("pelican").markdown, get_generator("quarto").markdown
    assert (pelican.list_interrupts_paragraph, pelican.heading_interrupts_paragraph) == (False, True)
    assert (quarto.list_interrupts_paragraph, quarto.heading_interrupts_paragraph) == (False, False)
    assert (pelican.heading_without_space, quarto.heading_without_space) == (True, False)
