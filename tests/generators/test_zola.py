"""Zola according to its source, and the examples of its documentation."""

from __future__ import annotations

import pytest

from tests.support.front_matter_faults import faults, front

POST = "content/blog/tea.md"


def toml(*lines: str) -> str:
    return "\n".join(["+++", *lines, "+++", "", "Body.", ""])


@pytest.mark.parametrize(
    "lines",
    [
        ['title = "Tea"', 'description = ""', "date = 2024-01-20", "weight = 0", "draft = false"],
        ["date = 2024-01-20T10:00:00Z", "updated = 2024-01-21 10:00:00"],
        ['date = "2024-1-2"'],
        ['slug = "tea"', 'path = "a/tea"', 'aliases = ["old"]', 'authors = ["Ada"]', 'template = "page.html"'],
        ["[taxonomies]", 'tags = ["a"]', "[extra]", "own = 1"],
        ['unknown = "ignored"'],
    ],
)
def test_valid_front_matter(lines: list[str]) -> None:
    assert faults("zola", POST, toml(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title = 2024", "schema:title"),
        ('date = "2024/01/20"', "date:date"),
        ('date = "20 Nov 2021"', "date:date"),
        ('date = "2024-01-20 10:00"', "date:date"),
        ('slug = ""', "schema:slug"),
        ('draft = "yes"', "schema:draft"),
        ('authors = "Ada"', "schema:authors"),
        ("weight = 1.5", "schema:weight"),
        ('taxonomies = ["a"]', "schema:taxonomies"),
    ],
)
def test_invalid_front_matter(line: str, expected: str) -> None:
    assert faults("zola", POST, toml(line)) == {expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('sort_by = "update_date"', set()),
        ("transparent = true", set()),
        ("date = 2024-01-20", {"schema:date"}),
        ('[taxonomies]\ntags = ["a"]', {"schema:taxonomies"}),
        ('sort_by = "size"', {"schema:sort_by"}),
        ("own = 1", {"schema:own"}),
    ],
)
def test_sections_reject_unknown_keys(line: str, expected: set[str]) -> None:
    assert faults("zola", "content/blog/_index.md", toml(line)) == expected
    assert faults("zola", "content/blog/_index.fr.md", toml(line)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n+++\na = 1\n+++\n", set()),
        (front("title: x"), set()),
        ("+++\na = 1\na = 2\n+++\n", {"duplicate-key"}),
        ("---\ntitle: x\n\nBody.\n", {"unclosed"}),
        ("Body.\n", {"missing"}),
    ],
)
def test_fences(text: str, expected: set[str]) -> None:
    assert expected <= faults("zola", POST, text) <= expected | {"syntax-error"}
