"""Pelican, MkDocs, Material for MkDocs and Nikola as they were run; Quarto, MyST and Forem as their sources say."""

from __future__ import annotations

import re
from datetime import date

import pytest

from postlint.core.post import FrontMatter
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.generators.faults import faults, front

ARTICLE = "content/tea.md"
POST = "docs/blog/posts/tea.md"


def headers(*lines: str) -> str:
    return "\n".join([*lines, "", "Body.", ""])


def comment(*lines: str) -> str:
    return "\n".join(["<!--", *(f".. {line}" for line in lines), "-->", "", "Body.", ""])


def matter(generator: str, text: str) -> FrontMatter:
    found = read_post(Source("a.md", text), get_generator(generator)).front_matter
    assert found
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["Title: My super title", "Date: 2010-12-03 10:20", "Modified: 2010-12-05 19:30", "Category: Python"],
        ["Title: x", "Tags: pelican, publishing", "Slug: my-super-post", "Authors: Alexis Metaireau, Conan Doyle"],
        ["title: Postgres: the good parts", "summary: Short version for index and feeds"],
        ["Title: x", "status: draft"],
        ["Title: x", "Date: 3 Dec 2010"],
        ["Title: x", "Own_Key: anything", "own-key: [a](b)"],
        ["Title: x", "translation: true"],
    ],
)
def test_headers_of_pelican_that_are_right(lines: list[str]) -> None:
    assert faults("pelican", ARTICLE, headers(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('Title: "Quoted: title"', "misread:title"),
        ("tags: [a, b]", "misread:tags"),
        ("tags:\n    - a\n    - b", "misread:tags"),
        ("tags:\n  - a\ndate: 2024-01-20", None),
        ("Date: 2021", "date:date"),
        ("Date: 2021-11", "date:date"),
        ("Date: 2021-02-30", "date:date"),
        ("Date: soon", "date:date"),
        ("draft: true", "unhidden:draft"),
        ("published: false", "unhidden:published"),
        ("status: drafted", "schema:status"),
        ("slug: a\nslug: b", "duplicate-key"),
        ("Tags: a\ntags: b", "duplicate-key"),
    ],
)
def test_headers_of_pelican_that_are_wrong(line: str, expected: str | None) -> None:
    assert faults("pelican", ARTICLE, headers("Title: x" if not line.startswith("Title") else "slug: x", line)) == (
        {expected} if expected else set()
    )


@pytest.mark.parametrize(
    ("text", "data", "body"),
    [
        ("Title: x\nDate: 2024-01-20\n\nBody", {"title": "x", "date": "2024-01-20"}, "\nBody"),
        ("---\nTitle: x\n---\nBody", {"title": "x"}, "Body"),
        ("---\nTitle: x\n...\nBody", {"title": "x"}, "Body"),
        ("---\nTitle: x\n\nBody", {"title": "x"}, "\nBody"),
        ("Title: a\n    b\n\nBody", {"title": "a\nb"}, "\nBody"),
        ("Title:x\n\nBody", {"title": "x"}, "\nBody"),
        ("Title: x\nNot a header\n", {"title": "x"}, "Not a header\n"),
        ("Title: x\nTwo words: y\n", {"title": "x"}, "Two words: y\n"),
        ("Title: 'a' # b\n", {"title": "'a' # b"}, ""),
        ("own: a\nown: b\n", {"own": "b"}, ""),
        ("tags: a\ntags: b\n", {"tags": "a"}, ""),
    ],
)
def test_headers_are_read_as_pelican_reads_them(text: str, data: dict[str, object], body: str) -> None:
    post = read_post(Source(ARTICLE, text), get_generator("pelican"))
    assert dict(post.data) == data
    assert post.text[post.body_start :] == body


@pytest.mark.parametrize("text", ["\nTitle: x\n\nBody", "+++\ntitle = 1\n+++\n", "Body without any.\n", "http//x: y\n"])
def test_what_is_no_header_to_pelican(text: str) -> None:
    post = read_post(Source(ARTICLE, text), get_generator("pelican"))
    assert post.front_matter is None or post.front_matter_problems


def test_a_list_of_yaml_ends_the_headers() -> None:
    assert faults("pelican", ARTICLE, front("title: x", "tags:", "  - a", "date: 2024-01-20")) == {"syntax-error"}


def test_headers_have_their_places() -> None:
    text = "Title:  Tea \nDate: 2024-01-20\n    and more\nslug:\n\nBody"
    found = matter("pelican", text)
    assert text[slice(*found.place(("title",)))] == "Tea"
    assert text[slice(*found.key_place(("title",)))] == "Title"
    assert text[slice(*found.place(("date",)))] == "2024-01-20\n    and more"
    assert text[slice(*found.opening)] == "Title"
    start, end = found.place(("slug",))
    assert start == end == text.index("slug:") + 5


def test_tags_of_pelican_are_parted_by_semicolons_first() -> None:
    assert get_generator("pelican").terms("a, b; c") == ["a, b", "c"]
    assert get_generator("pelican").terms("a, b") == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            comment("title: Blogging like it's 2012", "slug: a", "date: 2012-03-30 23:00:00 UTC-03:00", "tags: a, b"),
            set(),
        ),
        (comment("title: x", "date: 2012-03-30", "description:", "link: "), set()),
        (front("title: x", "date: 2012-03-30", "tags: [a, b]"), set()),
        ('+++\ntitle = "x"\ndate = 2012-03-30\n+++\n', set()),
        (comment("title: x"), {"schema:date"}),
        (comment("title: x", "date: 2012-02-30"), {"date:date"}),
        (comment("title: x", "date: soon"), {"date:date"}),
        (comment('title: "x"', "date: 2012-03-30"), {"misread:title"}),
        (comment("tags: [a, b]", "date: 2012-03-30"), {"misread:tags"}),
        (comment("draft: true", "date: 2012-03-30"), {"unhidden:draft"}),
        (comment("status: drafted", "date: 2012-03-30"), {"schema:status"}),
        (comment("title: x", "title: y", "date: 2012-03-30"), {"duplicate-key"}),
        ("<!--\n.. title: x\n.. date: 2012-03-30\n\nBody\n", {"unclosed"}),
        ("--- \ntitle: x\ndate: 2012-03-30\n---\n", {"ignored"}),
        ("\n---\ntitle: x\ndate: 2012-03-30\n---\n", {"ignored"}),
        ("---\ndate: 2012-03-30\ndate: 2012-03-30\n---\n", {"duplicate-key"}),
    ],
)
def test_nikola(text: str, expected: set[str]) -> None:
    assert faults("nikola", "posts/tea.md", text) == expected


def test_a_page_of_nikola_needs_no_date() -> None:
    assert faults("nikola", "pages/about.md", comment("title: x")) == set()


def test_comments_of_nikola_have_their_places() -> None:
    text = comment("title: Tea", "link:", "tags: a, b")
    found = matter("nikola", text)
    assert dict(found.data) == {"title": "Tea", "link": None, "tags": "a, b"}
    assert text[slice(*found.place(("tags",)))] == "a, b"
    assert text[slice(*found.key_place(("link",)))] == "link"
    assert text[slice(*found.opening)] == "<!--"


@pytest.mark.parametrize("mark", ["<!-- TEASER_END -->", "<!-- TEASER_END: read on -->", "<!--END_TEASER-->"])
def test_teasers_of_nikola(mark: str) -> None:
    separator = get_generator("nikola").excerpt_separator
    assert separator
    assert re.fullmatch(separator.pattern, mark)
    assert not re.fullmatch(separator.pattern, "<!-- more -->")


@pytest.mark.parametrize(
    "lines",
    [
        ["date: 2024-01-31"],
        ["date: 2024-01-31 12:00:00"],
        ["date: 2024-01-31T12:00:00Z"],
        ["date:", "  created: 2024-01-31", "  updated: 2024-02-01", "  other: 2024-02-02"],
        ["date: 2024-01-31", "draft: yes", "pin: true", "readtime: 15", "slug: hello", "unknown: 1"],
        ["date: 2024-01-31", "authors: [me]", "categories:", "  - Holidays"],
        ["date: 2024-01-31", "links:", "  - setup/a.md", "  - A: https://a.example"],
    ],
)
def test_posts_of_material_that_are_right(lines: list[str]) -> None:
    assert faults("mkdocs-material", POST, front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('date: "2024-01-31"', "date:date"),
        ("date: 2024/01/31", "date:date"),
        ("date: 2024-01-31 12:00", "date:date"),
        ("date: 2024-01-31 12:00:00 -0500", "date:date"),
        ("date: January 31, 2024", "date:date"),
        ("date: 2024-02-30", "date:date"),
        ("title: x", "schema:date"),
        ("date: {updated: 2024-01-31}", "schema:date"),
        ("date: {created: 2024-01-31, updated: }", "schema:date"),
    ],
)
def test_dates_that_material_refuses(line: str, expected: str) -> None:
    assert faults("mkdocs-material", POST, front(line)) == {expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("categories: a, b", "schema:categories"),
        ("categories: [2024]", "schema:categories"),
        ("authors: me", "schema:authors"),
        ('draft: "true"', "misread:draft"),
        ("slug: 42", "schema:slug"),
        ("readtime: 1.5", "schema:readtime"),
        ("hide: toc", "schema:hide"),
    ],
)
def test_values_that_material_refuses(line: str, expected: str) -> None:
    assert faults("mkdocs-material", POST, front("date: 2024-01-31", line)) == {expected}
    if not expected.startswith("schema:hide"):
        assert faults("mkdocs-material", "docs/index.md", front('date: "x"', line)) <= {"misread:draft"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ndate: 2024-01-31\n...\n", set()),
        ("---\ndate: 2024-01-31\ndate: 2024-01-31\n---\n", {"duplicate-key"}),
        ("---\ndate: 2024-01-31\n---", {"ignored"}),
        ("\n---\ndate: 2024-01-31\n---\n", {"ignored"}),
        ("+++\ndate = 2024-01-31\n+++\n", {"ignored"}),
        ("Body.\n", {"missing"}),
    ],
)
def test_fences_of_material(text: str, expected: set[str]) -> None:
    assert faults("mkdocs-material", POST, text) == expected


def test_a_page_of_mkdocs_may_hold_anything() -> None:
    text = front("title: x", "hide: [toc]", "date: soon", "authors: me", "tags: [a]", "search: {boost: 2}")
    assert faults("mkdocs", "docs/index.md", text) == set()
    assert faults("mkdocs", "docs/index.md", front("title: [a]")) == {"schema:title"}


@pytest.mark.parametrize(
    "lines",
    [
        ["title: Post", "author: Ada", 'date: "05/22/2021"', "categories: [news, code]", "image: a.png"],
        ["title: Post", "date: 2021-05-22", "format:", "  html:", "    toc: true", "freeze: auto"],
        ["date: last-modified", "author: [{name: Ada}, Bob]", "draft: true", "tags: a, b"],
        ["date: {value: 2021-05-22, format: long}", "execute: {echo: false}", "jupyter: python3"],
    ],
)
def test_documents_of_quarto_that_are_right(lines: list[str]) -> None:
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
def test_documents_of_quarto_that_are_wrong(line: str, expected: str) -> None:
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
        ("forem", "a.md", ["title: x", "tags: a, b, c, d, e"], {"schema:tags"}),
        ("forem", "a.md", ["title: x", "tags: machine-learning"], {"schema:tags"}),
        ("forem", "a.md", ["title: x", "published: yes"], {"schema:published"}),
        ("forem", "a.md", ["title: x", "canonical_url: a.example"], {"schema:canonical_url"}),
        ("forem", "a.md", ["title: " + 129 * "x"], {"schema:title"}),
        ("forem", "a.md", ["published: true"], {"schema:title"}),
    ],
)
def test_myst_and_forem(generator: str, path: str, lines: list[str], expected: set[str]) -> None:
    assert faults(generator, path, front(*lines)) == expected


def test_fences_of_myst_may_be_longer() -> None:
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
def test_what_is_a_post(generator: str, path: str, expected: bool) -> None:
    assert get_generator(generator).is_post(path) is expected


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
def test_days(generator: str, text: str, expected: date | None) -> None:
    assert get_generator(generator).read_date(text) == expected


def test_the_excerpt_of_material_ends_at_one_mark_byte_for_byte() -> None:
    separator = get_generator("mkdocs-material").excerpt_separator
    assert separator
    assert re.fullmatch(separator.pattern, "<!-- more -->")
    assert not re.fullmatch(separator.pattern, "<!--more-->")


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
