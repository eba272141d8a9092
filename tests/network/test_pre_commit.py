"""The pre-commit hooks in the repository of a blog."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.support.commands import Run

pytestmark = pytest.mark.network

CLEAN = """\
---
layout: post
title: Sowing beans
date: 2025-05-11
---

The soil had eleven degrees this morning, see [the calendar](../calendar.md).
"""
BROKEN = """\
---
layout: post
title: Sowing beans: too early
date: 2025-05-11
---

Text.
"""
FIXABLE = """\
---
layout: post
title: Sowing beans
date: 2025-05-11
---

Read (the calendar)[https://beans.example/calendar] first.
"""
HOOKS = "postlint", "postlint-fix", "postlint-site"
PRE_COMMIT = sys.executable, "-m", "pre_commit"


@pytest.fixture(scope="module")
def home(checkout: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment variable for pre-commit's cache, where the hooks are installed once."""
    folder = tmp_path_factory.mktemp("pre-commit")
    env = {"PRE_COMMIT_HOME": str(folder / "home")}
    blog = folder / "blog"
    blog.mkdir()
    run("git", "init", "--quiet", cwd=blog)
    configure(blog, checkout, run, HOOKS)
    run(*PRE_COMMIT, "install-hooks", cwd=blog, env=env)
    return env


def configure(blog: Path, checkout: Path, run: Run, hooks: Iterable[str]) -> None:
    revision = run("git", "rev-parse", "HEAD", cwd=checkout).stdout.strip()
    lines = ["repos:", f"  - repo: {checkout.as_posix()}", f"    rev: {revision}", "    hooks:"]
    text = "\n".join([*lines, *(f"      - id: {hook}" for hook in hooks), ""])
    (blog / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def blog(tmp_path: Path, repository: Callable[[Path], None]) -> Path:
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Beans\n", encoding="utf-8")
    (folder / "calendar.md").write_text("---\ntitle: Calendar\n---\n\nBeans in May.\n", encoding="utf-8")
    (folder / ".gitignore").write_text(".postlint_cache/\n", encoding="utf-8")
    repository(folder)
    return folder


def commit(blog: Path, run: Run, env: dict[str, str], expect: int) -> str:
    run("git", "add", "--all", cwd=blog)
    run(*PRE_COMMIT, "install", cwd=blog, env=env)
    return run("git", "commit", "--message", "Write", cwd=blog, env=env, expect=expect).stdout


def test_commit_of_a_clean_post_passes(blog: Path, checkout: Path, home: dict[str, str], run: Run) -> None:
    configure(blog, checkout, run, HOOKS)
    (blog / "_posts" / "2025-05-11-sowing-beans.md").write_text(CLEAN, encoding="utf-8")
    out = commit(blog, run, home, expect=0)
    assert out.count("Passed") == 3


def test_commit_of_a_broken_post_is_blocked(blog: Path, checkout: Path, home: dict[str, str], run: Run) -> None:
    configure(blog, checkout, run, ["postlint"])
    (blog / "_posts" / "2025-05-11-sowing-beans.md").write_text(BROKEN, encoding="utf-8")
    out = commit(blog, run, home, expect=1)
    assert "Failed" in out
    assert "_posts/2025-05-11-sowing-beans.md:3:" in out
    assert "front-matter/syntax-error" in out
    assert run("git", "rev-list", "--count", "HEAD", cwd=blog).stdout.strip() == "1"


def test_fix_hook_fixes_the_post_and_stops_the_commit(
    blog: Path, checkout: Path, home: dict[str, str], run: Run
) -> None:
    configure(blog, checkout, run, ["postlint-fix"])
    post = blog / "_posts" / "2025-05-11-sowing-beans.md"
    post.write_text(FIXABLE, encoding="utf-8")
    out = commit(blog, run, home, expect=1)
    assert "files were modified by this hook" in out
    assert "[the calendar](https://beans.example/calendar)" in post.read_text(encoding="utf-8")
    assert "Passed" in commit(blog, run, home, expect=0)


def test_site_hook_reports_a_link_to_a_removed_post(blog: Path, checkout: Path, home: dict[str, str], run: Run) -> None:
    configure(blog, checkout, run, ["postlint", "postlint-site"])
    (blog / "_posts" / "2025-05-11-sowing-beans.md").write_text(CLEAN, encoding="utf-8")
    commit(blog, run, home, expect=0)
    (blog / "calendar.md").unlink()
    out = commit(blog, run, home, expect=1)
    assert "site/broken-link" in out
    assert "_posts/2025-05-11-sowing-beans.md:7:" in out


def test_try_repo(blog: Path, checkout: Path, run: Run, tmp_path: Path) -> None:
    (blog / "_posts" / "2025-05-11-sowing-beans.md").write_text(BROKEN, encoding="utf-8")
    run("git", "add", "--all", cwd=blog)
    env = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    out = run(*PRE_COMMIT, "try-repo", checkout, "postlint", "--all-files", cwd=blog, env=env, expect=1).stdout
    assert "front-matter/syntax-error" in out
