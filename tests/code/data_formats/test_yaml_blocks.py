"""YAML blocks: positions, messages, excerpts."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.code.data_formats.yaml_blocks import yaml_problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", (2, 1, "tab in the indentation, expected spaces")),
        ("a: %x\n", (1, 4, "unquoted value starts with `%`, expected quotes")),
        ("a: b: c\n", (1, 5, "`: ` in an unquoted value, or a key that is indented too far")),
        ('"a" b\n', (1, 5, "unexpected text after the value, check quotes, brackets and the language")),
        ("----\na: 1\n", (1, 1, "invalid document marker `----`, expected `---`")),
        ("a: [1\nb: 2\n", (2, 2, "unclosed `[` or `{`, or missing comma")),
        ("a: 1\nb: 'c\n", (2, 4, "unclosed quote")),
    ],
)
def test_problem(text: str, expected: tuple[int, int, str]) -> None:
    assert yaml_problem(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n...\n",
        "    deep: 1\n\n  less: 2\n",
        "_config.yml:\na: 1\n",
        "a: {{ b }}\n",
        "a: <your name>: x\n",
        "---\na: 1\n---\n\n# A page: with text\n",
        "project/\n├── a.yml\n",
    ],
)
def test_no_problem(text: str) -> None:
    assert yaml_problem(text) is None


def test_nothing_is_constructed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    assert yaml_problem(f'a: !!python/object/apply:os.mkdir ["{target}"]\n') is None
    assert not target.exists()
