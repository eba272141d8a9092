"""A run from files to a result: reading, fixing, writing, and errors with files."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from postlint.core.finding import WARNING
from postlint.core.result import RunResult
from postlint.core.rule import (
    OPT_IN,
    RECOMMENDED,
    Edit,
    EngineRule,
    Finding,
    Fix,
    NoOptions,
    Post,
    PostRule,
    Rule,
    Site,
    SiteFinding,
    SiteRule,
    Span,
)  # fmt: skip
from postlint.core.text import Source
from postlint.engine import registry
from postlint.engine.registry import Registry, registry_of
from postlint.parse import read_post
from postlint.workspace import file_context
from postlint.workspace import session as module
from postlint.workspace.read import SIZE_LIMIT
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader


@dataclass(frozen=True, slots=True)
class Words:
    word: str = "teh"


def misspelled(post: Post, options: Words) -> Iterator[Finding]:
    at = post.text.find(options.word)
    if at >= 0:
        span = Span(at, at + len(options.word))
        yield Finding(f'misspelled "{options.word}"', span, Fix("Correct it", (Edit(span, "the"),)))


def failing(post: Post, options: NoOptions) -> Iterator[Finding]:
    raise RuntimeError("two\nlines")


def alone(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for path, facts in site.posts.items():
        if len(site.posts) == 1 or not site.exists(f"{facts.site_root}friend.md"):
            yield SiteFinding(path, "this post is alone", Span(0, 1))


RULES: tuple[Rule, ...] = (
    PostRule(
        name="text/misspelled",
        check=misspelled,
        options=Words,
        preset=RECOMMENDED,
        severity=WARNING,
        changes_html=True,
    ),
    PostRule(name="text/failing", check=failing, options=NoOptions, preset=OPT_IN, severity=WARNING),
    SiteRule(name="site/alone", check=alone, options=NoOptions, preset=RECOMMENDED, severity=WARNING),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, and a registry of three rules and the engine rules."""
    own = tuple(rule for rule in registry.load().rules if isinstance(rule, EngineRule))
    rules: Registry = registry_of((*RULES, *own))
    monkeypatch.setattr(module, "load", lambda: rules)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*paths: str, **options: Any) -> RunResult:
    return Session(SettingsLoader(), RunOptions(**options)).check(os.path.abspath(path) for path in paths)


def summaries(result: RunResult) -> list[tuple[str, int, str, str]]:
    return [
        (diagnostic.path, diagnostic.start.line, diagnostic.rule, diagnostic.message)
        for diagnostic in result.diagnostics
    ]


def test_findings_are_sorted(folder: Path) -> None:
    (folder / "b.md").write_text("fine\n\nteh\n")
    (folder / "a.md").write_text("teh\n")
    result = check("b.md", "a.md")
    assert [summary[:3] for summary in summaries(result)] == [
        ("a.md", 1, "text/misspelled"),
        ("b.md", 3, "text/misspelled"),
    ]
    assert (result.files, result.fixed, result.crashed) == (2, 0, False)


def test_unreadable_file_is_a_finding(folder: Path) -> None:
    (folder / "latin.md").write_bytes(b"ok\nCaf\xe9\n")
    (folder / "wide.md").write_bytes("# A".encode("utf-16"))
    (folder / "huge.md").write_bytes(b"x" * (SIZE_LIMIT + 1))
    (folder / "folder.md").mkdir()
    (folder / "gone.md").symlink_to("nowhere")
    result = check("latin.md", "wide.md", "huge.md", "folder.md", "gone.md")
    assert summaries(result) == [
        ("folder.md", 1, "internal/unreadable", "cannot be read: is a directory"),
        ("gone.md", 1, "internal/unreadable", "cannot be read: no such file or directory"),
        ("huge.md", 1, "internal/unreadable", "file is 10,000,001 bytes; the limit is 10,000,000"),
        ("latin.md", 2, "internal/unreadable", "byte 0xE9 at offset 6 is not UTF-8"),
        ("wide.md", 1, "internal/unreadable", "file is UTF-16, expected UTF-8"),
    ]
    assert result.diagnostics[3].start.column == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_file_without_read_permission_is_a_finding(folder: Path) -> None:
    (folder / "a.md").write_text("teh\n")
    (folder / "a.md").chmod(0)
    assert summaries(check("a.md"))[0][2:] == ("internal/unreadable", "cannot be read: permission denied")


def test_crashed_rule_hides_no_findings(folder: Path) -> None:
    (folder / "postlint.toml").write_text('extend-select = ["text/failing"]')
    (folder / "a.md").write_text("teh\n")
    result = check("a.md")
    assert {diagnostic.rule for diagnostic in result.diagnostics} == {"internal/rule-failed", "text/misspelled"}
    assert result.crashed


def test_crash_on_a_file_hides_no_findings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_post

    def fragile(source: Source, *more: Any) -> Post:
        if source.path == "a.md":
            raise RecursionError("too\ndeep")
        return read(source, *more)

    monkeypatch.setattr(file_context, "read_post", fragile)
    (folder / "a.md").write_text("teh\n")
    (folder / "b.md").write_text("teh\n")
    result = check("a.md", "b.md", site=True)
    assert summaries(result)[0] == (
        "a.md",
        1,
        "internal/rule-failed",
        "postlint crashed on this file: RecursionError: too",
    )
    assert result.diagnostics[1].path == "b.md"
    assert result.crashed


def test_nearest_configuration_applies_to_each_file(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "postlint.toml").write_text('fail-on = "warning"\n[rules."text/misspelled"]\nword = "fine"')
    (folder / "a.md").write_text("fine\n")
    (folder / "sub" / "b.md").write_text("fine\n")
    session = Session(SettingsLoader())
    result = session.check([str(folder / "a.md"), str(folder / "sub" / "b.md")])
    assert [diagnostic.path for diagnostic in result.diagnostics] == ["sub/b.md"]
    assert result.failed
    (folder / "sub" / "postlint.toml").write_text('fail-on = "error"\n[rules."text/misspelled"]\nword = "fine"')
    assert not Session(SettingsLoader()).check([str(folder / "sub" / "b.md")]).failed


def test_fixed_file_keeps_line_ends_byte_order_mark_and_mode(folder: Path) -> None:
    path = folder / "a.md"
    path.write_bytes(b"\xef\xbb\xbfteh\r\nend")
    path.chmod(0o640)
    result = check("a.md", fix=True)
    assert path.read_bytes() == b"\xef\xbb\xbfthe\r\nend"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (result.fixed, result.fixed_files, summaries(result)) == (1, ("a.md",), [])
    assert list(folder.iterdir()) == [path]


def test_diff_writes_nothing(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("teh\n")
    result = check("a.md", fix=True, diff=True)
    assert path.read_text() == "teh\n"
    assert "-teh\n+the\n" in result.diff
    assert result.fixed_files == ("a.md",)


def test_nothing_is_written_through_a_symbolic_link(folder: Path) -> None:
    (folder / "real.md").write_text("teh\n")
    (folder / "a.md").symlink_to("real.md")
    result = check("a.md", fix=True)
    assert (folder / "real.md").read_text() == "teh\n"
    assert result.warnings == ("a.md: cannot be written: it is a symbolic link",)
    assert (result.fixed, [diagnostic.rule for diagnostic in result.diagnostics]) == (0, ["text/misspelled"])


def test_site_rules_see_all_posts(folder: Path) -> None:
    (folder / "a.md").write_text("text\n")
    (folder / "b.md").write_text("text\n\n<!-- postlint-disable-file site/alone -->\n")
    assert summaries(check("a.md", "b.md")) == []
    assert [summary[:3] for summary in summaries(check("a.md", "b.md", site=True))] == [("a.md", 1, "site/alone")]
    (folder / "friend.md").write_text("text\n")
    assert summaries(check("a.md", "b.md", site=True)) == []


def test_site_findings_follow_the_settings_of_their_file(folder: Path) -> None:
    (folder / "postlint.toml").write_text('[[overrides]]\nfiles = ["a.md"]\nwhen = {draft = true}\nignore = ["site"]')
    (folder / "a.md").write_text("---\ndraft: true\n---\n")
    (folder / "b.md").write_text("text\n")
    assert [diagnostic.path for diagnostic in check("a.md", "b.md", site=True).diagnostics] == ["b.md"]


def test_text_is_checked_and_fixed_as_content_of_its_file(folder: Path) -> None:
    (folder / "postlint.toml").write_text('[[overrides]]\nfiles = ["drafts/"]\nignore = ["text"]')
    session = Session(SettingsLoader(), RunOptions(fix=True))
    result, data = session.check_text("posts/a.md", b"teh\r\n")
    assert (result.fixed, data) == (1, b"the\r\n")
    assert session.check_text("drafts/a.md", b"teh\r\n")[1] == b"teh\r\n"
    assert session.check_text("a.md", b"\xff")[0].diagnostics[0].rule == "internal/unreadable"
    assert not (folder / "posts").exists()


def test_progress_is_called_for_every_file(folder: Path) -> None:
    (folder / "a.md").write_text("x\n")
    paths: list[str] = []
    Session(SettingsLoader()).check([str(folder / "a.md")], paths.append)
    assert paths == ["a.md"]


def test_garbage_collector_settings_are_restored(folder: Path) -> None:
    (folder / "a.md").write_text("x\n")
    before = gc.get_threshold(), gc.isenabled()
    check("a.md")
    assert (gc.get_threshold(), gc.isenabled()) == before


def test_links_are_checked_outside_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "notes" / "a").mkdir(parents=True)
    (tmp_path / "notes" / "a" / "post.md").write_text("[gone](gone.md) [up](../../elsewhere.md)\n")
    monkeypatch.chdir(tmp_path / "here")
    folder = str(tmp_path / "notes")
    session = Session(SettingsLoader(), RunOptions(site=True, folders=(folder,)))
    (finding,) = session.check([os.path.join(folder, "a", "post.md")]).diagnostics
    assert finding.rule == "site/broken-link"
    assert finding.start.column == 8
