"""MkDocs and Material for MkDocs 9.8 as they were run."""

from __future__ import annotations

import re

import pytest

from postlint.generators import get_generator
from tests.support.front_matter_faults import faults, front

POST = "docs/blog/posts/tea.md"


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
def test_valid_posts_of_material(lines: list[str]) -> None:
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
def test_dates_that_material_rejects(line: str, expected: str) -> None:
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
def test_values_that_material_rejects(line: str, expected: str) -> None:
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
def test_fences_in_material(text: str, expected: set[str]) -> None:
    assert faults("mkdocs-material", POST, text) == expected


def test_page_of_mkdocs_may_have_any_key() -> None:
    text = front("title: x", "hide: [toc]", "date: soon", "authors: me", "tags: [a]", "search: {boost: 2}")
    assert faults("mkdocs", "docs/index.md", text) == set()
    assert faults("mkdocs", "docs/index.md", front("title: [a]")) == {"schema:title"}


def test_excerpt_separator_of_material_has_one_spelling() -> None:
    separator = get_generator("mkdocs-material").excerpts.separator
    assert separator
    assert re.fullmatch(separator.pattern, "<!-- more -->")
    assert not re.fullmatch(separator.pattern, "<!--more-->")
