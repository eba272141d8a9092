"""Patterns in gitignore syntax."""

from __future__ import annotations

import pytest

from postlint.workspace.globs import globs, ignore_matcher, is_pattern


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        (["drafts/"], "drafts/", True),
        (["drafts/"], "drafts/a.md", True),
        (["*.tmp.md", "!keep.tmp.md"], "b/a.tmp.md", True),
        (["*.tmp.md", "!keep.tmp.md"], "keep.tmp.md", False),
        (["/a.md"], "b/a.md", None),
        (["# comment", ""], "a.md", None),
        (["[z-a]", "a.md"], "a.md", True),
    ],
)
def test_last_match_decides(patterns: list[str], path: str, expected: bool | None) -> None:
    assert ignore_matcher(patterns)(path) is expected
    assert globs(patterns)(path) is bool(expected)


@pytest.mark.parametrize(("text", "valid"), [("a/**/*.md", True), ("!a", True), ("[z-a]", False), ("!", False)])
def test_valid_patterns(text: str, valid: bool) -> None:
    assert is_pattern(text) is valid
