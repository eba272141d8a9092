"""Which files are checked, and which site they belong to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postlint.core.settings import Settings
from postlint.workspace.discover import discover
from postlint.workspace.paths import display_path
from tests.support.workspace import Make, files


def test_markdown_files_are_found_in_order(make: Make) -> None:
    make("b.md", "a/z.markdown", "a/y.MD", "c.qmd", "d.mdx", "e.txt", "f.md.bak", "md")
    assert files() == ["b.md", "c.qmd", "d.mdx", "a/y.MD", "a/z.markdown"]


def test_named_files_are_checked_with_any_suffix(make: Make) -> None:
    make("notes.txt", "a.md")
    assert files("notes.txt", "a.md", "./a.md", ".") == ["notes.txt", "a.md"]


def test_folders_skipped_by_default_can_be_included(make: Make) -> None:
    make(
        ".github/ISSUE_TEMPLATE/bug.md",
        "node_modules/x/readme.md",
        "archetypes/default.md",
        "scaffolds/post.md",
        "a.md",
        ".hidden.md",
    )
    assert files() == [".hidden.md", "a.md"]
    assert files("node_modules/x/readme.md", ".github", "archetypes") == []
    assert files(include=(".github/ISSUE_TEMPLATE/*.md",)) == [".hidden.md", "a.md", ".github/ISSUE_TEMPLATE/bug.md"]
    assert files("archetypes/default.md", include=("archetypes/",)) == ["archetypes/default.md"]


def test_name_of_working_directory_does_not_skip_files(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(".cache/node_modules/a.md")
    monkeypatch.chdir(tmp_path / ".cache" / "node_modules")
    assert files() == ["a.md"]


def test_include_adds_other_suffixes(make: Make) -> None:
    make("a.md", "posts/b.txt", "c.txt")
    assert files(include=("posts/*.txt",)) == ["a.md", "posts/b.txt"]


def test_excludes_apply_to_named_files(make: Make) -> None:
    make("drafts/a.md", "posts/b.md", "posts/b.tmp.md")
    excluded = ("drafts/", "*.tmp.md")
    assert files(exclude=excluded) == ["posts/b.md"]
    assert files("drafts/a.md", "drafts", "posts/b.tmp.md", exclude=excluded) == []


def test_symbolic_links_are_not_followed(make: Make, tmp_path: Path) -> None:
    make("real/a.md")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.md").symlink_to("real/a.md")
    assert files() == ["real/a.md"]
    assert files("b.md") == ["b.md"]


def test_missing_path_is_a_problem_and_the_others_are_checked(make: Make) -> None:
    make("a.md")
    discovered = discover(["nope.md", "a.md"], lambda _: Settings(root=os.getcwd()))
    assert discovered.problems == ["nope.md: no such file or folder"]
    assert [display_path(path) for path in discovered.files] == ["a.md"]
    assert not discovered.folders
