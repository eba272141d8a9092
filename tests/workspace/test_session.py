"""A run from files to a result: reading, fixing, writing, what goes wrong with files."""

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
from postlint.core.rule import OPT_IN, RECOMMENDED, Edit, Finding, Fix, NoOptions, Post, Rule, Site, SiteFinding, Span
from postlint.core.text import Source
from postlint.engine import registry
from postlint.engine.registry import Registry, load, registry_of
from postlint.parse import read_post
from postlint.workspace import session as module
from postlint.workspace.read import LARGEST
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.write import write


@dataclass(frozen=True, slots=True)
class Words:
    word: str = "teh"


def misspelt(post: Post, options: Words) -> Iterator[Finding]:
    at = post.text.find(options.word)
    if at >= 0:
        span = Span(at, at + len(options.word))
        yield Finding(f"'{options.word}' is misspelt", span, Fix("Mend it", (Edit(span, "the"),)))


def failing(post: Post, options: NoOptions) -> Iterator[Finding]:
    raise RuntimeError("two\nlines")


def lonely(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for path, facts in site.posts.items():
        if len(site.posts) == 1 or not site.exists(f"{facts.site_root}friend.md"):
            yield SiteFinding(path, "this post is alone", Span(0, 1))


RULES = (
    Rule("text/misspelt", "post", misspelt, Words, RECOMMENDED, WARNING, changes_html=True),
    Rule("text/failing", "post", failing, NoOptions, OPT_IN, WARNING),
    Rule("site/lonely", "site", lonely, NoOptions, RECOMMENDED, WARNING),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, and a registry of three rules and those of postlint's own."""
    own = tuple(rule for rule in registry.load().rules if rule.kind == "engine")
    made: Registry = registry_of((*RULES, *own))
    monkeypatch.setattr(module, "load", lambda: made)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*paths: str, **options: Any) -> RunResult:
    return Session(SettingsLoader(), RunOptions(**options)).check(os.path.abspath(path) for path in paths)


def said(result: RunResult) -> list[tuple[str, int, str, str]]:
    return [(one.path, one.start.line, one.rule, one.message) for one in result.diagnostics]


def test_files_are_checked_and_findings_come_sorted(folder: Path) -> None:
    (folder / "b.md").write_text("fine\n\nteh\n")
    (folder / "a.md").write_text("teh\n")
    result = check("b.md", "a.md")
    assert [one[:3] for one in said(result)] == [("a.md", 1, "text/misspelt"), ("b.md", 3, "text/misspelt")]
    assert (result.files, result.fixed, result.crashed) == (2, 0, False)


def test_what_cannot_be_read_is_a_finding(folder: Path) -> None:
    (folder / "latin.md").write_bytes(b"ok\nCaf\xe9\n")
    (folder / "wide.md").write_bytes("# A".encode("utf-16"))
    (folder / "huge.md").write_bytes(b"x" * (LARGEST + 1))
    (folder / "folder.md").mkdir()
    (folder / "gone.md").symlink_to("nowhere")
    result = check("latin.md", "wide.md", "huge.md", "folder.md", "gone.md")
    assert said(result) == [
        ("folder.md", 1, "internal/unreadable", "cannot be read: is a directory"),
        ("gone.md", 1, "internal/unreadable", "cannot be read: no such file or directory"),
        ("huge.md", 1, "internal/unreadable", "the file has 10,000,001 bytes, files up to 10,000,000 are checked"),
        ("latin.md", 2, "internal/unreadable", "byte 0xE9 at offset 6 is not UTF-8"),
        ("wide.md", 1, "internal/unreadable", "the file is UTF-16, expected UTF-8"),
    ]
    assert result.diagnostics[3].start.column == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_file_that_may_not_be_read_is_a_finding(folder: Path) -> None:
    (folder / "a.md").write_text("teh\n")
    (folder / "a.md").chmod(0)
    assert said(check("a.md"))[0][2:] == ("internal/unreadable", "cannot be read: permission denied")


def test_a_rule_that_fails_hides_nothing(folder: Path) -> None:
    (folder / "postlint.toml").write_text('extend-select = ["text/failing"]')
    (folder / "a.md").write_text("teh\n")
    result = check("a.md")
    assert {one.rule for one in result.diagnostics} == {"internal/rule-failed", "text/misspelt"}
    assert result.crashed


def test_a_file_that_postlint_fails_on_hides_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_post

    def fragile(source: Source, *more: Any) -> Post:
        if source.path == "a.md":
            raise RecursionError("too\ndeep")
        return read(source, *more)

    monkeypatch.setattr(module, "read_post", fragile)
    (folder / "a.md").write_text("teh\n")
    (folder / "b.md").write_text("teh\n")
    result = check("a.md", "b.md", site=True)
    assert said(result)[0] == ("a.md", 1, "internal/rule-failed", "postlint failed on this file: RecursionError: too")
    assert result.diagnostics[1].path == "b.md"
    assert result.crashed


def test_each_file_has_the_configuration_nearest_to_it(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "postlint.toml").write_text('fail-on = "warning"\n[rules."text/misspelt"]\nword = "fine"')
    (folder / "a.md").write_text("fine\n")
    (folder / "sub" / "b.md").write_text("fine\n")
    session = Session(SettingsLoader())
    result = session.check([str(folder / "a.md"), str(folder / "sub" / "b.md")])
    assert [one.path for one in result.diagnostics] == ["sub/b.md"]
    assert session.fails(result)
    (folder / "sub" / "postlint.toml").write_text('fail-on = "error"\n[rules."text/misspelt"]\nword = "fine"')
    again = Session(SettingsLoader())
    assert not again.fails(again.check([str(folder / "sub" / "b.md")]))


def test_fixing_writes_the_file_with_its_own_line_ends_mark_and_mode(folder: Path) -> None:
    path = folder / "a.md"
    path.write_bytes(b"\xef\xbb\xbfteh\r\nend")
    path.chmod(0o640)
    result = check("a.md", fix=True)
    assert path.read_bytes() == b"\xef\xbb\xbfthe\r\nend"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (result.fixed, result.fixed_files, said(result)) == (1, ("a.md",), [])
    assert list(folder.iterdir()) == [path]


def test_a_diff_writes_nothing(folder: Path) -> None:
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
    assert (result.fixed, [one.rule for one in result.diagnostics]) == (0, ["text/misspelt"])


def test_a_failed_write_leaves_the_old_file_and_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.md"
    path.write_text("old")

    def refuse(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        write(str(path), b"new")
    assert path.read_text() == "old"
    assert list(folder.iterdir()) == [path]


def test_site_rules_see_all_posts_when_asked_to(folder: Path) -> None:
    (folder / "a.md").write_text("text\n")
    (folder / "b.md").write_text("text\n\n<!-- postlint-disable-file site/lonely -->\n")
    assert said(check("a.md", "b.md")) == []
    assert [one[:3] for one in said(check("a.md", "b.md", site=True))] == [("a.md", 1, "site/lonely")]
    (folder / "friend.md").write_text("text\n")
    assert said(check("a.md", "b.md", site=True)) == []


def test_site_findings_follow_the_settings_of_their_file(folder: Path) -> None:
    (folder / "postlint.toml").write_text('[[overrides]]\nfiles = ["a.md"]\nwhen = {draft = true}\nignore = ["site"]')
    (folder / "a.md").write_text("---\ndraft: true\n---\n")
    (folder / "b.md").write_text("text\n")
    assert [one.path for one in check("a.md", "b.md", site=True).diagnostics] == ["b.md"]


def test_text_is_checked_and_mended_as_the_file_that_it_will_be(folder: Path) -> None:
    (folder / "postlint.toml").write_text('[[overrides]]\nfiles = ["drafts/"]\nignore = ["text"]')
    session = Session(SettingsLoader(), RunOptions(fix=True))
    result, data = session.check_text("posts/a.md", b"teh\r\n")
    assert (result.fixed, data) == (1, b"the\r\n")
    assert session.check_text("drafts/a.md", b"teh\r\n")[1] == b"teh\r\n"
    assert session.check_text("a.md", b"\xff")[0].diagnostics[0].rule == "internal/unreadable"
    assert not (folder / "posts").exists()


def test_progress_hears_of_every_file(folder: Path) -> None:
    (folder / "a.md").write_text("x\n")
    heard: list[str] = []
    Session(SettingsLoader()).check([str(folder / "a.md")], heard.append)
    assert heard == ["a.md"]


def test_the_garbage_collector_is_left_as_it_was(folder: Path) -> None:
    (folder / "a.md").write_text("x\n")
    before = gc.get_threshold(), gc.isenabled()
    check("a.md")
    assert (gc.get_threshold(), gc.isenabled()) == before


def test_all_rules_are_loaded_once() -> None:
    assert load() is load()


def test_links_are_judged_in_a_folder_outside_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "notes" / "a").mkdir(parents=True)
    (tmp_path / "notes" / "a" / "post.md").write_text("[gone](gone.md) [up](../../elsewhere.md)\n")
    monkeypatch.chdir(tmp_path / "here")
    folder = str(tmp_path / "notes")
    session = Session(SettingsLoader(), RunOptions(site=True, folders=(folder,)))
    (finding,) = session.check([os.path.join(folder, "a", "post.md")]).diagnostics
    assert finding.rule == "site/broken-link"
    assert finding.start.column == 8
