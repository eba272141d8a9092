"""What git ignores."""

from __future__ import annotations

from tests.support.workspace import Make, files


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


def test_gitignore_does_not_apply_to_named_files(make: Make) -> None:
    make(".git/HEAD", ".gitignore: drafts/|tmp.md", "drafts/sub/a.md", "drafts/tmp.md", "tmp.md")
    assert files() == []
    assert files("tmp.md", "drafts") == ["tmp.md", "drafts/tmp.md", "drafts/sub/a.md"]
