"""Which files are checked, and which site they belong to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from postlint.core.settings import Settings
from postlint.workspace.discover import discover
from postlint.workspace.environment import FileLookup, today
from postlint.workspace.paths import display_path
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.sites import Sites

Make = Callable[..., None]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.chdir(tmp_path)

    def make(*paths: str, **texts: str) -> None:
        for path in paths:
            name, _, text = path.partition(": ")
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("|", "\n"))

    return make


def files(*paths: str, **settings: Iterable[str]) -> list[str]:
    loader = SettingsLoader(isolated=True, adjust=lambda adjusted: replace(adjusted, **settings))  # type: ignore[arg-type]
    return [display_path(path) for path in discover(paths or ["."], loader.for_folder).files]


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


def test_gitignore_is_honored_in_every_folder(make: Make) -> None:
    make(".git/info/exclude: secret.md", ".gitignore: /_site/|*.tmp.md|!keep.tmp.md", "posts/.gitignore: old/")
    make(
        "_site/a.md",
        "b.tmp.md",
        "keep.tmp.md",
        "secret.md",
        "posts/_site/c.md",
        "posts/old/d.md",
        "posts/e.md",
        "old/f.md",
    )
    assert files() == ["keep.tmp.md", "old/f.md", "posts/e.md", "posts/_site/c.md"]
    assert files("posts") == ["posts/e.md", "posts/_site/c.md"]


def test_invalid_gitignore_patterns_are_ignored(make: Make) -> None:
    make(".git/HEAD", ".gitignore: !|[z-a]|[[:alpha:]x.md|b.md", "a.md", "b.md")
    assert files() == ["a.md"]


def test_paths_are_relative_to_working_directory(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.md", "sub/b.md")
    monkeypatch.chdir(tmp_path / "sub")
    assert files("..") == ["../a.md", "b.md"]
    assert files("../a.md") == ["../a.md"]


def test_gitignore_does_not_apply_to_named_files(make: Make) -> None:
    make(".git/HEAD", ".gitignore: drafts/|tmp.md", "drafts/sub/a.md", "drafts/tmp.md", "tmp.md")
    assert files() == []
    assert files("tmp.md", "drafts") == ["tmp.md", "drafts/tmp.md", "drafts/sub/a.md"]


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


def test_site_begins_at_its_marker_files(make: Make, tmp_path: Path) -> None:
    make(".git/HEAD", "docs/hugo.toml", "docs/content/posts/a.md", "blog/_config.yml", "blog/_posts/b.md", "c/d.md")
    sites = Sites()

    def site(folder: str, generator: str | None = None, configured: Path | None = None) -> tuple[str, str]:
        root = sites.of(str(tmp_path / folder), generator, str(configured) if configured else None)
        return os.path.relpath(root.folder, tmp_path), root.generator.name

    assert site("docs/content/posts") == ("docs", "hugo")
    assert site("blog/_posts") == ("blog", "jekyll")
    assert site("blog/_posts", "zola") == ("blog", "zola")
    assert site("c") == (".", "none")
    make("blog/drinks/_posts/e.md", "c/e/_posts/f.md")
    assert site("blog/drinks/_posts") == ("blog", "jekyll"), "a category of the site"
    assert site("c/e/_posts") == ("c/e", "jekyll")
    assert site("c", "hugo", tmp_path / "c") == ("c", "hugo")


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
