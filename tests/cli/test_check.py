"""`postlint check` and the small commands, in process: output, written files and exit codes."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from postlint.cli.main import main
from postlint.report import FORMATS, get_format
from tests.support.command_line import NO_FINAL_NEWLINE, SKIPPED_LEVEL, UNCLOSED_FENCE, Capture, run_postlint, unix


def test_excluded_file_is_skipped_silently(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('exclude = ["drafts/"]')
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(UNCLOSED_FENCE)
    assert main(["drafts/a.md"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["drafts/a.md", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 0


def test_directory_without_markdown_is_reported(capsys: Capture) -> None:
    assert main(["."]) == 0
    assert capsys.readouterr().err == "postlint: no Markdown files found\n"


def test_skipped_directory_is_reported(folder: Path, capsys: Capture) -> None:
    (folder / ".notes").mkdir()
    (folder / ".notes" / "a.md").write_text(SKIPPED_LEVEL)
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is skipped by default; add it to `include`\n"
    (folder / "postlint.toml").write_text('exclude = [".notes/"]')
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is excluded by `exclude`\n"
    (folder / "postlint.toml").write_text('include = [".notes/"]\nselect = ["heading"]')
    assert main([".notes", "--fail-on", "warning"]) == 1


def test_several_reports_in_one_run(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["--format", "text", "--format", "json=out.json", "a.md"]) == 0
    assert "heading/skipped-level" in capsys.readouterr().out
    report = json.loads((folder / "out.json").read_text())
    assert [(finding["path"], finding["line"], finding["rule"]) for finding in report["findings"]] == [
        ("a.md", 3, "heading/skipped-level")
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_paths_are_relative_to_the_repository_in_formats_that_declare_it(
    name: str, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "site").mkdir()
    (folder / "site" / "a.md").write_text(SKIPPED_LEVEL)
    monkeypatch.chdir(folder / "site")
    main(["--format", name, "a.md"])
    assert ("site/a.md" in capsys.readouterr().out) == get_format(name).repository_paths


@pytest.mark.parametrize("name", FORMATS)
def test_report_can_be_written_to_a_file(name: str, folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["--format", f"{name}=report", "a.md"]) == 0
    assert capsys.readouterr().out == ""
    assert "heading/skipped-level" in (folder / "report").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_report_is_omitted_without_files_unless_it_is_a_document(name: str, folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('exclude = ["a.md"]')
    (folder / "a.md").write_text(UNCLOSED_FENCE)
    assert main(["--format", name, "a.md"]) == 0
    assert bool(capsys.readouterr().out) == get_format(name).document


def test_github_step_summary(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    page = folder / "summary.md"
    page.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert main(["a.md"]) == 0
    assert page.read_text() == "before\n"
    assert main(["--format", "github", "a.md"]) == 0
    assert page.read_text().startswith("before\n## postlint\n")
    assert "`heading/skipped-level`" in page.read_text()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
    assert main(["--format", "github", "a.md"]) == 2
    assert "cannot write the report" in capsys.readouterr().err


def test_fix_and_diff(folder: Path, capsys: Capture) -> None:
    path = folder / "a.md"
    path.write_text(NO_FINAL_NEWLINE)
    arguments = ["--select", "MD047", "a.md"]
    assert main(["--diff", *arguments]) == 1
    assert "-Text.\n\\ No newline at end of file\n+Text.\n" in capsys.readouterr().out
    assert path.read_text() == NO_FINAL_NEWLINE
    assert main(["--fix", "--fail-on", "info", *arguments]) == 0
    assert path.read_text() == NO_FINAL_NEWLINE + "\n"
    assert main(["--diff", *arguments]) == 0


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    stdin(monkeypatch, UNCLOSED_FENCE)
    assert main(["-", "--stdin-filename", "posts/a.md"]) == 1
    assert capsys.readouterr().out.startswith("posts/a.md:3:1: error code/unclosed-fence")


def test_standard_input_is_fixed_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(monkeypatch, NO_FINAL_NEWLINE.replace("\n", "\r\n"))
    assert main(["-", "--fix", "--select", "MD047"]) == 0
    assert capsysbinary.readouterr().out == NO_FINAL_NEWLINE.replace("\n", "\r\n").encode() + b"\r\n"


def test_list_files(folder: Path, capsys: Capture) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (folder / name).write_text("")
    assert main(["--list-files"]) == 0
    assert capsys.readouterr().out == "a.md\nb.md\n"


@unix
def test_pipes_and_devices_among_the_files_are_skipped(folder: Path) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    for name in ("b.md", ".gitignore", "pyproject.toml", "_config.yml"):
        os.mkfifo(folder / name)
    done = run_postlint(".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "in 1 file:" in done.stdout
    named = run_postlint("a.md", "b.md", os.devnull)
    assert named.returncode == 1
    assert named.stdout.count("internal/unreadable not a regular file") == 2
    assert "heading/skipped-level" in named.stdout


def test_empty_path_is_not_the_working_directory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text(NO_FINAL_NEWLINE)
    assert main(["", "--fix", "--select", "MD047"]) == 2
    assert capsys.readouterr().err == "postlint: a path is empty: no such file or folder\n"
    assert (folder / "a.md").read_text() == NO_FINAL_NEWLINE


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = " + "9" * 9_000, "a = \x00", "a = 1\na = 2"])
def test_absurd_configuration_prints_one_line(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (folder / "postlint.toml").write_text(text)
    assert main(["."]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("postlint: postlint.toml: ")
    assert errors.count("\n") == 1
