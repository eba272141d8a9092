"""Paths relative to the repository's root."""

from __future__ import annotations

import pytest

from postlint.report.view import View


@pytest.mark.parametrize(
    ("prefix", "path", "expected"),
    [
        ("", "posts/a.md", "posts/a.md"),
        ("blog/", "posts/a.md", "blog/posts/a.md"),
        ("blog/", "../a.md", "a.md"),
        ("blog/", "../../a.md", "../a.md"),
        ("blog/", "/tmp/a.md", "/tmp/a.md"),
    ],
)
def test_repository_path(prefix: str, path: str, expected: str) -> None:
    assert View(repository_prefix=prefix).repository_path(path) == expected
