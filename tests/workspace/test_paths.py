"""Paths as users see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.workspace.paths import display_path, relative_to
from tests.support.workspace import Make, files


def test_paths_are_relative_to_working_directory(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.md", "sub/b.md")
    monkeypatch.chdir(tmp_path / "sub")
    assert files("..") == ["../a.md", "b.md"]
    assert files("../a.md") == ["../a.md"]


def test_relative_path_is_below_its_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    root = str(tmp_path / "site")
    assert relative_to(str(tmp_path / "site" / "posts" / "a.md"), root) == "posts/a.md"
    assert relative_to(str(tmp_path / "sites" / "a.md"), root) == "sites/a.md", "the display path"


def test_display_path_follows_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    paths = [str(tmp_path / "a.md"), str(tmp_path / "sub" / "b.md"), "./c/../d.md"]
    monkeypatch.chdir(tmp_path)
    assert [display_path(path) for path in paths] == ["a.md", "sub/b.md", "d.md"]
    monkeypatch.chdir(tmp_path / "sub")
    assert [display_path(path) for path in paths] == ["../a.md", "b.md", "d.md"]
