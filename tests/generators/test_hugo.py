"""Hugo 0.168 as it was run, and the examples of its documentation."""

from __future__ import annotations

import re

import pytest

from postlint.generators import get_generator
from postlint.generators.shared.excerpt_separators import SEPARATOR
from tests.support.front_matter_faults import faults, front

POST = "content/posts/tea.md"


@pytest.mark.parametrize(
    "lines",
    [
        ["title: Example", "date: 2024-02-02T04:14:54-08:00", "draft: false", "weight: 10"],
        ["Title: x", "lastMod: 2024-01-20"],
        ["draft: true"],
        ['draft: "true"'],
        ["draft: T"],
        ["draft: 1"],
        ["draft: no"],
        ["weight: '10'"],
        ["keywords: tea water"],
        ["aliases: [/a/, /b/]"],
        ["tags: tea"],
        ["tags: [1, 2024-01-20]"],
        ["params: {author: Ada}"],
        ["menus: main"],
        ["menus: [main, footer]"],
        ["cascade: [{target: {kind: page}}]"],
        ["published: false"],
        ["date: 2024-01-20"],
        ["date: 2024-01-20 10:00:00"],
        ["date: 2024-01-20 10:00:00 +0100"],
        ["date: 2024-01-20 10:00:00 +01:00"],
        ["date: 2024-01-20T10:00:00.123Z"],
        ["date: 20 Nov 2021"],
        ["date: Sat, 20 Nov 2021 10:00:00 GMT"],
        ["date: Sat Nov 20 10:00:00 2021"],
        ["date: 1637400000"],
        ['date: ""'],
        ["date:"],
    ],
)
def test_valid_front_matter(lines: list[str]) -> None:
    assert faults("hugo", POST, front(*lines)) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date: 2021-11-20 10:00", "date:date"),
        ("date: 2021-11-20T10:00", "date:date"),
        ("date: 2013/7/13 20:46:25", "date:date"),
        ("date: November 20, 2021", "date:date"),
        ("date: 2021-1-2", "date:date"),
        ("date: 2021-11", "date:date"),
        ("date: 2021-24-11", "date:date"),
        ("date: 2021", "date:date"),
        ("lastMod: 2021/1/2", "date:lastMod"),
        ("draft: yes", "misread:draft"),
        ("draft: on", "misread:draft"),
        ("draft: y", "misread:draft"),
        ("tags: tea, water", "misread:tags"),
        ("keywords: tea, water", "misread:keywords"),
        ("params: [a]", "schema:params"),
        ("build: never", "schema:build"),
        ("resources: {src: a}", "schema:resources"),
    ],
)
def test_invalid_front_matter(line: str, expected: str) -> None:
    assert faults("hugo", POST, front(line)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n---\na: 1\n---\n", set()),
        ("+++\na = 1\n+++\n", set()),
        ('{"a": 1}\nBody\n', set()),
        ("---\na: 1\n---Body\n", set()),
        ("---\n---\nBody\n", set()),
        ("---\r\na: 1\r\n---\r\n", set()),
        ("{{< figure >}}\n", set()),
        ("----\na: 1\n----\n", {"ignored"}),
        ("---\na: 1\n...\n\nBody.\n", {"unclosed"}),
        ("---\ntitle: x\n\nBody.\n", {"unclosed"}),
        ("---\ntitle: x\ntitle: y\n---\n", {"duplicate-key"}),
    ],
)
def test_fences(text: str, expected: set[str]) -> None:
    assert faults("hugo", POST, text.replace("\r", "")) == expected


@pytest.mark.parametrize(
    ("text", "accepted"), [("<!--more-->", True), ("<!-- more -->", False), ("<!-- truncate -->", False)]
)
def test_only_one_separator_ends_the_excerpt(text: str, accepted: bool) -> None:
    separator = get_generator("hugo").excerpts.separator
    assert separator
    assert SEPARATOR.fullmatch(text)
    assert (re.fullmatch(separator.pattern, text) is not None) is accepted


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (POST, "- a list\n", "-"),
        (POST, "\n{{< figure >}}\n", "{"),
        (POST, "+ a list\n", "+"),
        (POST, "* a list\n", None),
        (POST, "Text.\n", None),
        ("README.md", "- a list\n", None),
        ("content/_common/a.md", "- a list\n", None),
    ],
)
def test_first_character_decides_whether_front_matter_is_expected(path: str, text: str, expected: str | None) -> None:
    assert get_generator("hugo").front_matter.invalid_start(path, text) == expected
