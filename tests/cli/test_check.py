"""`postlint check` and the small commands, in process: output, written files and exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from postlint import __version__
from postlint.cli.main import main
from postlint.core.finding import Finding
from postlint.core.rule import PostRule
from postlint.engine.registry import load
from postlint.manual.rule_manual import summary
from postlint.report import FORMATS, get_format
from postlint.workspace.settings_loader import read_settings

SKIPPING = "# One\n\n### Three\n"
UNCLOSED = "# One\n\n```python\nx = 1\n"
NO_FINAL_NEWLINE = "# One\n\nText."

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory without any configuration above, in a plain environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"postlint {__version__}\n"
    assert main(["check", "--version"]) == 0


def test_help_explains_the_tool(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for word in ("--select", "--fix", "postlint explain RULE", "exit codes", "postlint.toml", *FORMATS):
        assert word in text


def test_check_is_the_default_command(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md"]) == main(["check", "a.md"]) == main(["check"]) == main([]) == 0
    first, *_ = capsys.readouterr().out.split("\n")
    assert first.startswith("a.md:3:1: warning heading/skipped-level heading level 3 after level 1")


def test_directory_named_like_a_command_can_be_checked(folder: Path, capsys: Capture) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "a.md").write_text(SKIPPING)
    assert main(["./rules", "--fail-on", "warning"]) == 1


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("# One\n", [], 0),
        (SKIPPING, [], 0),
        (SKIPPING, ["--fail-on", "warning"], 1),
        (SKIPPING, ["--fail-on", "error"], 0),
        (UNCLOSED, [], 1),
        (UNCLOSED, ["--exit-zero"], 0),
        (UNCLOSED, ["--ignore", "code"], 0),
        (UNCLOSED, ["--select", "heading,list"], 0),
        (UNCLOSED, ["--select", "heading", "--select", "code/unclosed-fence"], 1),
        (SKIPPING, ["--preset", "none"], 0),
        (SKIPPING, ["--preset", "none", "--extend-select", "MD001", "--fail-on", "info"], 1),
    ],
)
def test_exit_codes(folder: Path, text: str, options: list[str], code: int) -> None:
    (folder / "a.md").write_text(text)
    assert main([*options, "a.md"]) == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope.md"], "postlint: nope.md: no such file or folder"),
        (["rule"], 'postlint: unknown command "rule", did you mean "rules"?'),
        (["--select", "hedding", "."], 'postlint: command line: unknown rule "hedding", did you mean "heading"?'),
        (["--config", "nope.toml", "."], "postlint: nope.toml: cannot be read"),
        (["--preset", "best"], "argument --preset: invalid choice: 'best'"),
        (["--generator", "word"], "argument --generator: invalid choice: 'word'"),
        (["--format", "xml"], "argument --format: invalid choice: 'xml' (choose from 'github', "),
        (["--config", "a.toml", "--isolated"], "not allowed with argument"),
        (["--sel", "x"], "unrecognized arguments: --sel"),
        (["-", "a.md"], "postlint: `-` (standard input) cannot be combined with other paths"),
        (["--unsafe-fixes"], "--unsafe-fixes requires --fix or --diff"),
        (["--stdin-filename", "a.md"], "--stdin-filename requires `-`"),
        (["explain", "hedding"], 'postlint: unknown rule "hedding", did you mean "heading"?'),
        (["explain"], "the following arguments are required: RULE"),
        (["--format", "json=no/such/folder.json"], "no/such/folder.json: cannot write the report: "),
    ],
)
def test_usage_error_exits_with_2(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_configuration_error_exits_with_2_even_with_exit_zero(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('presett = "strict"')
    assert main(["--exit-zero"]) == 2
    assert capsys.readouterr().err == 'postlint: postlint.toml: unknown option "presett", did you mean "preset"?\n'
    assert main(["--isolated"]) == 0


def test_missing_path_does_not_stop_the_check_of_others(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["nope.md", "a.md", "--exit-zero"]) == 2
    assert "heading/skipped-level" in capsys.readouterr().out


def test_crash_of_a_rule_exits_with_2_and_keeps_the_other_findings(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> Iterator[Finding]:
        raise ZeroDivisionError("by zero")

    rule = load().by_name["code/unclosed-fence"]
    module = import_module(rule.module)
    assert isinstance(rule, PostRule)
    monkeypatch.setattr(module, "check", replace(rule, check=crash))
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md", "--exit-zero"]) == 2
    report = capsys.readouterr().out
    assert "internal/rule-failed" in report
    assert "ZeroDivisionError" in report
    assert "heading/skipped-level" in report


def test_excluded_file_is_skipped_silently(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('exclude = ["drafts/"]')
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(UNCLOSED)
    assert main(["drafts/a.md"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["drafts/a.md", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 0


def test_directory_without_markdown_is_reported(capsys: Capture) -> None:
    assert main(["."]) == 0
    assert capsys.readouterr().err == "postlint: no Markdown files found\n"


def test_skipped_directory_is_reported(folder: Path, capsys: Capture) -> None:
    (folder / ".notes").mkdir()
    (folder / ".notes" / "a.md").write_text(SKIPPING)
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is skipped by default; add it to `include`\n"
    (folder / "postlint.toml").write_text('exclude = [".notes/"]')
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is excluded by `exclude`\n"
    (folder / "postlint.toml").write_text('include = [".notes/"]\nselect = ["heading"]')
    assert main([".notes", "--fail-on", "warning"]) == 1


def test_several_reports_in_one_run(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
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
    (folder / "site" / "a.md").write_text(SKIPPING)
    monkeypatch.chdir(folder / "site")
    main(["--format", name, "a.md"])
    assert ("site/a.md" in capsys.readouterr().out) == get_format(name).repository_paths


@pytest.mark.parametrize("name", FORMATS)
def test_report_can_be_written_to_a_file(name: str, folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["--format", f"{name}=report", "a.md"]) == 0
    assert capsys.readouterr().out == ""
    assert "heading/skipped-level" in (folder / "report").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_report_is_omitted_without_files_unless_it_is_a_document(name: str, folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('exclude = ["a.md"]')
    (folder / "a.md").write_text(UNCLOSED)
    assert main(["--format", name, "a.md"]) == 0
    assert bool(capsys.readouterr().out) == get_format(name).document


def test_github_step_summary(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(SKIPPING)
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
    stdin(monkeypatch, UNCLOSED)
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


def test_show_settings(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text(
        'preset = "markdownlint"\ngenerator = "hugo"\n[rules.MD001]\nseverity = "info"'
    )
    assert main(["--show-settings", "posts/a.md"]) == 0
    output = capsys.readouterr().out
    assert "configuration:  postlint.toml\n" in output
    assert "preset:         markdownlint\n" in output
    assert "generator:      hugo  # configured\n" in output
    (rule,) = (line for line in output.splitlines() if "skipped-level" in line)
    assert rule.split()[:2] == ["info", "heading/skipped-level"]
    assert rule.endswith("# preset markdownlint; front-matter-title = true")


def test_explain(capsys: Capture) -> None:
    assert main(["explain", "MD001"]) == 0
    manual = capsys.readouterr().out
    assert manual.startswith(f"heading/skipped-level\n    {summary(load().by_name['heading/skipped-level'])}\n")
    for part in (
        "aliases   MD001, heading-increment",
        "Bad (line 3):\n\n    ## Setup",
        "Good:",
        "front-matter-title = false",
    ):
        assert part in manual
    assert "~~~" not in manual


def test_explain_on_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["explain", "MD001"]) == 0
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["explain", "MD001"]) == 0
    manual = capsys.readouterr().out
    assert "\x1b[3" not in manual
    for part in ("heading/skipped-level", "Bad (line 3)", "#### Windows", "front-matter-title = false"):
        assert part in manual


def test_rules(capsys: Capture) -> None:
    assert main(["rules"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == len(load().rules) + 1
    assert any(row.split()[:2] == ["heading/skipped-level", "recommended"] for row in rows)
    assert main(["rules", "--format", "json"]) == 0
    rules = {rule["name"]: rule for rule in json.loads(capsys.readouterr().out)["rules"]}
    assert rules["heading/skipped-level"]["options"][0]["name"] == "front-matter-title"
    assert rules["whitespace/no-final-newline"]["fix"] == "safe"


def test_init(folder: Path, capsys: Capture) -> None:
    (folder / "hugo.toml").write_text("")
    assert main(["init"]) == 0
    path = folder / "postlint.toml"
    assert tomllib.loads(path.read_text())["generator"] == "hugo"
    assert read_settings(str(path)).preset == "recommended"
    assert main(["init"]) == 2
    assert "postlint.toml already exists" in capsys.readouterr().err


def test_interrupt_prints_one_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("postlint.cli.check.discover", interrupt)
    assert main(["."]) == 130
    assert capsys.readouterr().err == "postlint: interrupted\n"


def test_bug_does_not_exit_like_findings(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr("postlint.cli.check.discover", fail)
    assert main([".", "--exit-zero"]) == 2
    errors = capsys.readouterr().err
    assert "RuntimeError: oh" in errors
    assert errors.endswith("postlint: this is a bug in postlint; please report it\n")


def test_closed_pipe_prints_no_error(folder: Path) -> None:
    (folder / "a.md").write_text(UNCLOSED)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "postlint", "a.md"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_escape_sequences_in_names_are_replaced(capsys: Capture) -> None:
    assert main(["\x1b[31mred.md"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_options_may_follow_paths(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md", "--format=json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["warnings"] == 1
