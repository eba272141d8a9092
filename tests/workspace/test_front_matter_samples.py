"""The front matter of posts, to infer a schema from."""

from __future__ import annotations

import os
from pathlib import Path

from postlint.core.settings import Override, RuleSettings, Settings
from postlint.workspace.front_matter_samples import Samples, gather, without_rules
from postlint.workspace.settings_loader import SettingsLoader
from tests.support.workspace import Make


def samples(folder: Path, **when: str) -> Samples:
    paths = [str(path) for path in sorted(folder.glob("**/*.md"))]
    return gather(paths, SettingsLoader(), when)


def test_posts_are_counted_by_what_they_have(make: Make, tmp_path: Path) -> None:
    make(
        "a.md: ---|title: Tea|tags: [x, 1]|---|",
        "b.md: Text.|",
        "c.md: ---|title: [Tea|---|",
        "d.md: ---|title: Soup|---|",
    )
    (tmp_path / "e.md").write_bytes(b"\xff")
    gathered = samples(tmp_path)
    assert [post.front_matter.data["title"] for post in gathered.posts] == ["Tea", "Soup"]
    assert (gathered.bare, gathered.others) == (1, 0)
    assert [line.split(": ")[0] for line in gathered.unreadable] == ["c.md:2", "e.md:1"]
    assert gathered.posts[0].line(("tags", 1), key=False) == 3


def test_only_posts_with_the_values_count(make: Make, tmp_path: Path) -> None:
    make("a.md: ---|tags: [x, 1]|draft: true|---|", "b.md: ---|tags: x|draft: null|---|")
    expected = {"x": (2, 0), "1": (1, 1), "y": (0, 2)}
    for value, (posts, others) in expected.items():
        gathered = samples(tmp_path, tags=value)
        assert (len(gathered.posts), gathered.others) == (posts, others)
    assert [len(samples(tmp_path, draft=value).posts) for value in ("true", "null", "True")] == [1, 1, 0]


def test_partial_pages_have_no_front_matter(make: Make, tmp_path: Path) -> None:
    make("_config.yml: title: x|", "_includes/a.md: ---|title: Tea|---|", "_posts/2024-01-20-b.md: ---|title: Tea|---|")
    gathered = samples(tmp_path)
    assert [os.path.basename(post.source.path) for post in gathered.posts] == ["2024-01-20-b.md"]
    assert gathered.bare == 1


def test_settings_without_rules_select_the_same_files() -> None:
    override = Override(files=("a/",), ignore=("heading",), schema="/gone.json", generator="hugo")
    settings = Settings(exclude=("b/",), select=("all",), rules={"x": RuleSettings()}, overrides=(override,))
    plain = without_rules(settings)
    assert (plain.preset, plain.select, plain.rules, plain.exclude) == ("none", None, {}, ("b/",))
    assert plain.overrides == (Override(files=("a/",), generator="hugo"),)
