"""Eleventy, Astro, Docusaurus, Gatsby and blogs in Next.js: examples from their documentation and starters, and faults.

The validators of Docusaurus (3.10.2) and gray-matter were run; the rest follows the sources.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.front_matter_faults import faults, front

POSTS = {
    "eleventy": "blog/tea.md",
    "astro": "src/content/blog/tea.md",
    "docusaurus": "blog/2024-01-20-tea.md",
    "gatsby": "content/blog/tea/index.md",
    "nextjs": "_posts/tea.md",
}


@pytest.mark.parametrize(
    ("generator", "lines"),
    [
        ("eleventy", ["title: x", "tags: [a, b]", "date: 2024-01-20", "layout: post.njk", "permalink: /x/"]),
        ("eleventy", ["date: git Last Modified", "permalink: false", "eleventyExcludeFromCollections: true"]),
        ("eleventy", ["date: Created", "tags: another tag", "templateEngineOverride: false"]),
        ("eleventy", ["eleventyNavigation: {key: a, parent: b, order: 1}", "date: 2024-01-20T10:00:00Z"]),
        ("eleventy", ["draft: true"]),
        ("astro", ["title: x", "description: y", "pubDate: Jul 08 2022", "heroImage: ../a.png"]),
        ("astro", ["pubDate: 2024-01-20", "updatedDate: '2024-01-20'", "tags: [a]", "draft: true"]),
        ("astro", ["image: {url: a.png, alt: b}", "author: Ada"]),
        ("docusaurus", ["title: Welcome", "authors: [slorber, yangshun]", "tags: [facebook, hello]"]),
        ("docusaurus", ["title: ''", "description: ''", "slug: welcome", "draft: 'true'", "date: 2024-01-20"]),
        ("docusaurus", ["authors: {name: Ada, title: x, url: https://a.example, image_url: /a.png}"]),
        ("docusaurus", ["authors: [{key: ada, title: x}, bob]", "tags: [{label: a, permalink: /a}]"]),
        ("docusaurus", ["title: 2024", "image: ./a.png", "last_update: {date: 2024-01-20}", "own: [1]"]),
        ("docusaurus", ["draft: true", "unlisted: false", "toc_max_heading_level: 4", "keywords: [a]"]),
        ("gatsby", ["title: Hello World", 'date: "2015-05-01T22:12:03.284Z"', 'description: "Hello"']),
        ("gatsby", ["date: 2015-05"]),
        ("nextjs", ["title: x", "date: '2024-01-20'", "tags: [a]", "draft: false", "summary: y", "authors: [me]"]),
        ("nextjs", ["coverImage: /a.png", "author: {name: Ada, picture: /a.png}", "ogImage: {url: /a.png}"]),
    ],
)
def test_valid_front_matter(generator: str, lines: list[str]) -> None:
    assert faults(generator, POSTS[generator], front(*lines)) == set()


@pytest.mark.parametrize(
    ("generator", "line", "expected"),
    [
        ("eleventy", "date: November 20, 2021", "date:date"),
        ("eleventy", "date: 2013/7/13", "date:date"),
        ("eleventy", "date: 2021", "date:date"),
        ("eleventy", "date: 2021-02-30", "date:date"),
        ("eleventy", "date: yesterday", "date:date"),
        ("eleventy", "tags: a, b", "misread:tags"),
        ("eleventy", "pagination: 3", "schema:pagination"),
        ("astro", "title: 2024", "schema:title"),
        ("astro", "pubDate: soon", "date:pubDate"),
        ("astro", "pubDate: 2021-24-11", "date:pubDate"),
        ("astro", "tags: a, b", "misread:tags"),
        ("docusaurus", "tags: a, b", "schema:tags"),
        ("docusaurus", "tags:", "schema:tags"),
        ("docusaurus", "tags: ['']", "schema:tags"),
        ("docusaurus", "title:", "schema:title"),
        ("docusaurus", "keywords: a, b", "schema:keywords"),
        ("docusaurus", "keywords: []", "schema:keywords"),
        ("docusaurus", "draft: yes", "schema:draft"),
        ("docusaurus", "image: /img/a b.png", "schema:image"),
        ("docusaurus", "date: '2021-13-45'", "date:date"),
        ("docusaurus", "toc_max_heading_level: 7", "schema:toc_max_heading_level"),
        ("docusaurus", "last_update: {}", "schema:last_update"),
        ("docusaurus", "authors: [{title: x}]", "schema:authors"),
        ("gatsby", "date: November 20, 2021", "date:date"),
        ("gatsby", "date: 2013/7/13", "date:date"),
        ("gatsby", "date: 2021-24-11", "date:date"),
        ("gatsby", "tags: a, b", "misread:tags"),
        ("nextjs", "date: 2021-02-30", "date:date"),
        ("nextjs", "title: [a]", "schema:title"),
        ("nextjs", "tags: a, b", "misread:tags"),
    ],
)
def test_invalid_front_matter(generator: str, line: str, expected: str) -> None:
    assert faults(generator, POSTS[generator], front(line)) == {expected}


def test_docusaurus_rejects_unlisted_draft() -> None:
    assert faults("docusaurus", POSTS["docusaurus"], front("draft: true", "unlisted: true")) == {"schema:unlisted"}


@pytest.mark.parametrize("generator", ["eleventy", "docusaurus", "gatsby", "nextjs"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---foo\n", set()),
        ("---\na: 1\n----\nBody\n", set()),
        ("\n---\na: 1\n---\n", {"ignored"}),
        ("----\na: 1\n----\n", {"ignored"}),
        ("+++\na = 1\n+++\n", {"ignored"}),
        ("---\ntitle: x\n\nBody.\n", {"unclosed"}),
        ("---\na: 1\na: 2\n---\n", {"duplicate-key"}),
        ("---\na:\n\tb: 1\n---\n", {"syntax-error"}),
    ],
)
def test_fences_in_gray_matter(generator: str, text: str, expected: set[str]) -> None:
    assert faults(generator, "x.md", text) == expected


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("---\na: 1\n+++\nBody", {"a": 1}),
        ("+++\na = 1\n+++\nBody", {"a": 1}),
        ("\n---\na: 1\n---\nBody", {"a": 1}),
        ("---\na: 1\n----\nBody", {"a": 1}),
    ],
)
def test_fences_in_astro(text: str, data: dict[str, object]) -> None:
    post = read_post(Source("a.md", text), get_generator("astro"))
    assert dict(post.data) == data
    assert post.front_matter_problems == ()


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        ("eleventy", "blog/tea.md", False),
        ("eleventy", "blog/2024-01-20-tea.md", True),
        ("eleventy", "_includes/posts/2024-01-20-x.md", False),
        ("astro", "src/content/blog/tea.md", True),
        ("astro", "src/content/blog/_tea.md", False),
        ("astro", "src/content/docs/tea.mdx", False),
        ("docusaurus", "blog/2024/01/20/tea.md", True),
        ("docusaurus", "blog/_tea.md", False),
        ("docusaurus", "docs/tea.md", False),
        ("docusaurus", "i18n/fr/docusaurus-plugin-content-blog/tea.md", True),
        ("gatsby", "content/blog/tea/index.md", True),
        ("gatsby", "README.md", False),
        ("nextjs", "_posts/tea.md", True),
        ("nextjs", "data/blog/tea.md", True),
        ("nextjs", "README.md", False),
    ],
)
def test_posts(generator: str, path: str, expected: bool) -> None:
    assert get_generator(generator).sources.is_post(path) is expected


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        ("eleventy", "blog/2024-01-20-tea.md", date(2024, 1, 20)),
        ("eleventy", "blog/2024-01-20/tea.md", date(2024, 1, 20)),
        ("eleventy", "blog/tea.md", None),
        ("docusaurus", "blog/2024-1-20-tea.md", date(2024, 1, 20)),
        ("docusaurus", "blog/2024/01/20/tea/index.mdx", date(2024, 1, 20)),
        ("docusaurus", "docs/2024-01-20-tea.md", None),
        ("astro", "src/content/blog/2024-01-20-tea.md", None),
    ],
)
def test_dates_in_file_names(generator: str, path: str, expected: date | None) -> None:
    assert get_generator(generator).dates.from_file_name(path) == expected


@pytest.mark.parametrize(
    ("text", "accepted"),
    [("<!-- truncate -->", True), ("<!--truncate-->", True), ("{/* truncate */}", True), ("<!-- more -->", False)],
)
def test_excerpt_separators_in_docusaurus(text: str, accepted: bool) -> None:
    separator = get_generator("docusaurus").excerpts.separator
    assert separator
    assert (re.fullmatch(separator.pattern, text) is not None) is accepted
