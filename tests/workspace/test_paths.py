"""Paths as users see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.workspace import Make, files


def test_paths_are_relative_to_working_directory(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.md", "sub/b.md")
    monkeypatch.chdir(tmp_path / "sub")
    assert files("..") == ["../a.md", "b.md"]
    assert files("../a.md") == ["../a.md"]
