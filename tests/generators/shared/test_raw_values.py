"""Pelican 4.12 and Nikola 8.3.3 as they were run, and the examples of their documentation."""

from __future__ import annotations

import re

import pytest

from postlint.core.front_matter import FrontMatter
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.front_matter_faults import faults, front

ARTICLE = "content/tea.md"


def headers(*lines: str) -> str:
    return "\n".join([*lines, "", "Body.", ""])


def comment(*lines: str) -> str:
    return "\n".join(["<!--", *(f".. {line}" for line in lines), "-->", "", "Body.", ""])


def matter(generator: str, text: str) -> FrontMatter:
    front_matter = read_post(Source("a.md", text), get_generator(generator)).front_matter
    assert front_matter
    return front_matter


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
def test_valid_headers_of_pelican(lines: list[str]) -> None:
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
def test_invalid_headers_of_pelican(line: str, expected: str | None) -> None:
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
def test_text_that_is_not_a_header_in_pelican(text: str) -> None:
    post = read_post(Source(ARTICLE, text), get_generator("pelican"))
    assert post.front_matter is None or post.front_matter_problems


def test_yaml_list_ends_the_headers() -> None:
    assert faults("pelican", ARTICLE, front("title: x", "tags:", "  - a", "date: 2024-01-20")) == {"syntax-error"}


def test_headers_have_spans() -> None:
    text = "Title:  Tea \nDate: 2024-01-20\n    and more\nslug:\n\nBody"
    front_matter = matter("pelican", text)
    assert text[slice(*front_matter.span_of(("title",)))] == "Tea"
    assert text[slice(*front_matter.key_span_of(("title",)))] == "Title"
    assert text[slice(*front_matter.span_of(("date",)))] == "2024-01-20\n    and more"
    assert text[slice(*front_matter.opening)] == "Title"
    start, end = front_matter.span_of(("slug",))
    assert start == end == text.index("slug:") + 5


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


def test_page_of_nikola_needs_no_date() -> None:
    assert faults("nikola", "pages/about.md", comment("title: x")) == set()


def test_comments_of_nikola_have_spans() -> None:
    text = comment("title: Tea", "link:", "tags: a, b")
    front_matter = matter("nikola", text)
    assert dict(front_matter.data) == {"title": "Tea", "link": None, "tags": "a, b"}
    assert text[slice(*front_matter.span_of(("tags",)))] == "a, b"
    assert text[slice(*front_matter.key_span_of(("link",)))] == "link"
    assert text[slice(*front_matter.opening)] == "<!--"


@pytest.mark.parametrize("text", ["<!-- TEASER_END -->", "<!-- TEASER_END: read on -->", "<!--END_TEASER-->"])
def test_teasers_of_nikola(text: str) -> None:
    separator = get_generator("nikola").excerpts.separator
    assert separator
    assert re.fullmatch(separator.pattern, text)
    assert not re.fullmatch(separator.pattern, "<!-- more -->")
