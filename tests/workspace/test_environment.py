"""Files, the day and the repository."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from postlint.workspace.environment import FileLookup, repository_prefix, today
from tests.support.workspace import Make


def test_impossible_source_date_epoch_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 17)
    assert today() == date.today()


def test_files_exist_only_in_their_exact_spelling(make: Make) -> None:
    make("images/Cat.png")
    exists = FileLookup().exists
    assert exists("images/Cat.png")
    assert exists("images")
    assert exists("posts/../images/Cat.png")
    assert not exists("images/cat.png")
    assert not exists("Images/Cat.png")
    assert not exists("images/dog.png")


def test_today_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today().isoformat() == "1970-01-02"


def test_repository_prefix_is_the_path_from_the_nearest_repository(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    make(".git/HEAD", "blog/posts/a.md")
    assert repository_prefix() == ""
    monkeypatch.chdir(tmp_path / "blog" / "posts")
    assert repository_prefix() == "blog/posts/"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "blog"))
    assert repository_prefix() == "posts/"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "other"))
    assert repository_prefix() == ""
