"""Allowances that YAML and TOML share."""

from __future__ import annotations

import pytest

from postlint.code.data_formats.omissions import front_matter_of, is_not_data, is_template, without_omissions
from postlint.code.data_formats.problem import Problem


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["# _config.yml", "a: 1"], ["", "a: 1"]),
        (["_config.yml:", "a: 1"], ["", "a: 1"]),
        (["a: 1", "# words"], ["a: 1", "# words"]),
        (["a: 1", "...", "- …"], ["a: 1", "", ""]),
        (["a: 1 ..."], ["a: 1"]),
        (["a: {{ b }}", "{% if c %}"], ["a: x", ""]),
    ],
)
def test_omissions(lines: list[str], expected: list[str]) -> None:
    assert without_omissions(lines) == expected


@pytest.mark.parametrize(
    ("text", "fence", "expected"),
    [
        ("---\na: 1\n---\nText", "---", "---\na: 1\n"),
        ("+++\na = 1\n+++\n", "+++", "+++\na = 1\n"),
        ("---\na: 1\n", "---", None),
        ("---\na: 1\n---\n", "+++", None),
        ("a: 1", "---", None),
    ],
)
def test_front_matter(text: str, fence: str, expected: str | None) -> None:
    assert front_matter_of(text, fence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("├── a.yml", True), ("$ cat a.yml", True), ("@@ -1 +1 @@", True), ("src/", True), ("a: $1", False)],
)
def test_not_data(text: str, expected: bool) -> None:
    assert is_not_data(text) is expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("a: {{ b", 1, True),
        ("a: <name>: b", 1, True),
        ("a: '<name>': b", 1, False),
        ("{% if a %}\nb: c: d", 2, True),
        ("b: c: d", 1, False),
    ],
)
def test_template(text: str, line: int, expected: bool) -> None:
    assert is_template(text, Problem(line, 1, "")) is expected
