"""Which files paths lead to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from postlint.core.settings import Settings
from postlint.workspace.discover import discover
from postlint.workspace.environment import FileLookup, today
from postlint.workspace.paths import shown
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
    loader = SettingsLoader(isolated=True, adjust=lambda one: replace(one, **settings))  # type: ignore[arg-type]
    return [shown(path) for path in discover(paths or ["."], loader.for_folder).files]


def test_markdown_files_are_found_in_order(make: Make) -> None:
    make("b.md", "a/z.markdown", "a/y.MD", "c.qmd", "d.mdx", "e.txt", "f.md.bak", "md")
    assert files() == ["b.md", "c.qmd", "d.mdx", "a/y.MD", "a/z.markdown"]


def test_named_files_are_checked_whatever_their_suffix(make: Make) -> None:
    make("notes.txt", "a.md")
    assert files("notes.txt", "a.md", "./a.md", ".") == ["notes.txt", "a.md"]


def test_our_own_excludes_hold_everywhere_unless_included(make: Make) -> None:
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


def test_a_working_directory_of_such_a_name_is_no_reason_to_leave_files_out(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(".cache/node_modules/a.md")
    monkeypatch.chdir(tmp_path / ".cache" / "node_modules")
    assert files() == ["a.md"]


def test_include_adds_other_suffixes(make: Make) -> None:
    make("a.md", "posts/b.txt", "c.txt")
    assert files(include=("posts/*.txt",)) == ["a.md", "posts/b.txt"]


def test_excludes_hold_for_named_files_too(make: Make) -> None:
    make("drafts/a.md", "posts/b.md", "posts/b.tmp.md")
    excluded = ("drafts/", "*.tmp.md")
    assert files(exclude=excluded) == ["posts/b.md"]
    assert files("drafts/a.md", "drafts", "posts/b.tmp.md", exclude=excluded) == []


def test_gitignore_is_honoured_in_every_folder(make: Make) -> None:
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


def test_lines_of_gitignore_that_are_no_patterns_are_passed_over(make: Make) -> None:
    make(".git/HEAD", ".gitignore: !|[z-a]|[[:alpha:]x.md|b.md", "a.md", "b.md")
    assert files() == ["a.md"]


def test_a_subfolder_is_seen_from_where_one_stands(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.md", "sub/b.md")
    monkeypatch.chdir(tmp_path / "sub")
    assert files("..") == ["../a.md", "b.md"]
    assert files("../a.md") == ["../a.md"]


def test_gitignore_does_not_hold_for_what_is_named(make: Make) -> None:
    make(".git/HEAD", ".gitignore: drafts/|tmp.md", "drafts/sub/a.md", "drafts/tmp.md", "tmp.md")
    assert files() == []
    assert files("tmp.md", "drafts") == ["tmp.md", "drafts/tmp.md", "drafts/sub/a.md"]


def test_symbolic_links_are_not_followed(make: Make, tmp_path: Path) -> None:
    make("real/a.md")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.md").symlink_to("real/a.md")
    assert files() == ["real/a.md"]
    assert files("b.md") == ["b.md"]


def test_what_is_not_there_is_said_and_the_others_are_checked(make: Make) -> None:
    make("a.md")
    found = discover(["nope.md", "a.md"], lambda _: Settings(root=os.getcwd()))
    assert found.problems == ["nope.md: no such file or folder"]
    assert [shown(path) for path in found.files] == ["a.md"]
    assert not found.folders


def test_a_site_begins_at_its_marker_files(make: Make, tmp_path: Path) -> None:
    make(".git/HEAD", "docs/hugo.toml", "docs/content/posts/a.md", "blog/_config.yml", "blog/_posts/b.md", "c/d.md")
    sites, root = Sites(), str(tmp_path)
    assert sites.of(f"{root}/docs/content/posts", None, None)[:2] == (f"{root}/docs", "hugo")
    assert sites.of(f"{root}/blog/_posts", None, None)[:2] == (f"{root}/blog", "jekyll")
    assert sites.of(f"{root}/blog/_posts", "zola", None)[:2] == (f"{root}/blog", "zola")
    assert sites.of(f"{root}/c", None, None)[:2] == (root, "none")
    make("blog/drinks/_posts/e.md", "c/e/_posts/f.md")
    assert sites.of(f"{root}/blog/drinks/_posts", None, None)[:2] == (f"{root}/blog", "jekyll"), (
        "a category of the site"
    )
    assert sites.of(f"{root}/c/e/_posts", None, None)[:2] == (f"{root}/c/e", "jekyll")
    assert sites.of(f"{root}/c", "hugo", f"{root}/c")[:2] == (f"{root}/c", "hugo")


def test_files_exist_only_as_they_are_spelt(make: Make) -> None:
    make("images/Cat.png")
    exists = FileLookup().exists
    assert exists("images/Cat.png")
    assert exists("images")
    assert exists("posts/../images/Cat.png")
    assert not exists("images/cat.png")
    assert not exists("Images/Cat.png")
    assert not exists("images/dog.png")


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today().isoformat() == "1970-01-02"
