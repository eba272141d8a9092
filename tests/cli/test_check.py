"""The command line, in process: what is printed, what is written, with which exit code it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from postlint import __version__
from postlint.cli.main import main
from postlint.core.rule import PostRule
from postlint.engine.registry import load
from postlint.workspace.settings_loader import read_settings

SKIPPING = "# One\n\n### Three\n"
UNCLOSED = "# One\n\n```python\nx = 1\n"
UNENDED = "# One\n\nText."

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, far from any configuration, in a plain environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"postlint {__version__}\n"
    assert main(["check", "--version"]) == 0


def test_help_teaches_the_tool(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for word in ("--select", "--fix", "postlint explain RULE", "exit codes", "postlint.toml"):
        assert word in said


def test_paths_alone_are_checked(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md"]) == main(["check", "a.md"]) == main(["check"]) == main([]) == 0
    first, *_ = capsys.readouterr().out.split("\n")
    assert first.startswith("a.md:3:1: warning heading/skipped-level heading of level 3 after one of level 1")


def test_a_folder_of_a_commands_name_can_be_checked(folder: Path, capsys: Capture) -> None:
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
        (["rule"], "postlint: no command 'rule', did you mean \"rules\"?"),
        (["--select", "hedding", "."], 'postlint: command line: unknown rule "hedding", did you mean "heading"?'),
        (["--config", "nope.toml", "."], "postlint: nope.toml: cannot be read"),
        (["--preset", "best"], "argument --preset: invalid choice: 'best'"),
        (["--generator", "word"], "argument --generator: invalid choice: 'word'"),
        (["--format", "xml"], "argument --format: 'xml' is none of"),
        (["--config", "a.toml", "--isolated"], "not allowed with argument"),
        (["--sel", "x"], "unrecognized arguments: --sel"),
        (["-", "a.md"], "postlint: - stands alone"),
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--stdin-filename", "a.md"], "--stdin-filename goes with -"),
        (["explain", "hedding"], 'postlint: unknown rule "hedding", did you mean "heading"?'),
        (["explain"], "the following arguments are required: RULE"),
        (["--format", "json=no/such/folder.json"], "cannot be written"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_2(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_a_mistake_in_the_configuration_ends_with_2_even_with_exit_zero(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('presett = "strict"')
    assert main(["--exit-zero"]) == 2
    assert capsys.readouterr().err == 'postlint: postlint.toml: unknown option "presett", did you mean "preset"?\n'
    assert main(["--isolated"]) == 0


def test_what_is_there_is_checked_beside_what_is_not(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["nope.md", "a.md", "--exit-zero"]) == 2
    assert "heading/skipped-level" in capsys.readouterr().out


def test_a_rule_that_crashes_ends_with_2_and_the_other_findings(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    rule = load().by_name["code/unclosed-fence"]
    module = import_module(rule.module)
    assert isinstance(rule, PostRule)
    monkeypatch.setattr(module, "check", replace(rule, check=crash))
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md", "--exit-zero"]) == 2
    said = capsys.readouterr().out
    assert "internal/rule-failed" in said
    assert "ZeroDivisionError" in said
    assert "heading/skipped-level" in said


def test_files_left_out_on_purpose_are_silent(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text('exclude = ["drafts/"]')
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(UNCLOSED)
    assert main(["drafts/a.md"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["drafts/a.md", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 0


def test_an_empty_folder_says_so(capsys: Capture) -> None:
    assert main(["."]) == 0
    assert capsys.readouterr().err == "postlint: no Markdown files here\n"


def test_a_folder_that_is_left_out_says_so(folder: Path, capsys: Capture) -> None:
    (folder / ".notes").mkdir()
    (folder / ".notes" / "a.md").write_text(SKIPPING)
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is left out by its name, unless `include` names it\n"
    (folder / "postlint.toml").write_text('exclude = [".notes/"]')
    assert main([".notes"]) == 0
    assert capsys.readouterr().err == "postlint: .notes is left out by `exclude`\n"
    (folder / "postlint.toml").write_text('include = [".notes/"]\nselect = ["heading"]')
    assert main([".notes", "--fail-on", "warning"]) == 1


def test_several_reports_at_once(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["--format", "text", "--format", "json=out.json", "a.md"]) == 0
    assert "heading/skipped-level" in capsys.readouterr().out
    found = json.loads((folder / "out.json").read_text())
    assert [(one["path"], one["line"], one["rule"]) for one in found["findings"]] == [
        ("a.md", 3, "heading/skipped-level")
    ]


def test_annotations_are_relative_to_the_repository(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "site").mkdir()
    (folder / "site" / "a.md").write_text(SKIPPING)
    monkeypatch.chdir(folder / "site")
    main(["--format", "github", "a.md"])
    assert "file=site/a.md" in capsys.readouterr().out


def test_a_summary_for_the_run_on_github(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert "cannot be written" in capsys.readouterr().err


def test_fixing_and_its_diff(folder: Path, capsys: Capture) -> None:
    path = folder / "a.md"
    path.write_text(UNENDED)
    only = ["--select", "MD047", "a.md"]
    assert main(["--diff", *only]) == 1
    assert "-Text.\n\\ No newline at end of file\n+Text.\n" in capsys.readouterr().out
    assert path.read_text() == UNENDED
    assert main(["--fix", "--fail-on", "info", *only]) == 0
    assert path.read_text() == UNENDED + "\n"
    assert main(["--diff", *only]) == 0


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_the_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    stdin(monkeypatch, UNCLOSED)
    assert main(["-", "--stdin-filename", "posts/a.md"]) == 1
    assert capsys.readouterr().out.startswith("posts/a.md:3:1: error code/unclosed-fence")


def test_the_standard_input_is_mended_to_the_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(monkeypatch, UNENDED.replace("\n", "\r\n"))
    assert main(["-", "--fix", "--select", "MD047"]) == 0
    assert capsysbinary.readouterr().out == UNENDED.replace("\n", "\r\n").encode() + b"\r\n"


def test_listing_files(folder: Path, capsys: Capture) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (folder / name).write_text("")
    assert main(["--list-files"]) == 0
    assert capsys.readouterr().out == "a.md\nb.md\n"


def test_showing_the_settings_of_a_file(folder: Path, capsys: Capture) -> None:
    (folder / "postlint.toml").write_text(
        'preset = "markdownlint"\ngenerator = "hugo"\n[rules.MD001]\nseverity = "info"'
    )
    assert main(["--show-settings", "posts/a.md"]) == 0
    said = capsys.readouterr().out
    assert "configuration:  postlint.toml\n" in said
    assert "preset:         markdownlint\n" in said
    assert "generator:      hugo  # set\n" in said
    (rule,) = (line for line in said.splitlines() if "skipped-level" in line)
    assert rule.split()[:2] == ["info", "heading/skipped-level"]
    assert rule.endswith("# preset markdownlint; front-matter-title = true")


def test_explaining_a_rule(capsys: Capture) -> None:
    assert main(["explain", "MD001"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("heading/skipped-level\n    A heading skips a level.\n")
    for part in (
        "aliases   MD001, heading-increment",
        "Bad (line 3):\n\n    ## Setup",
        "Good:",
        "front-matter-title = false",
    ):
        assert part in said
    assert "~~~" not in said


def test_explaining_a_rule_at_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["explain", "MD001"]) == 0
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["explain", "MD001"]) == 0
    said = capsys.readouterr().out
    assert "\x1b[3" not in said
    for part in ("heading/skipped-level", "Bad (line 3)", "#### Windows", "front-matter-title = false"):
        assert part in said


def test_listing_rules(capsys: Capture) -> None:
    assert main(["rules"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == len(load().rules) + 1
    assert any(row.split()[:2] == ["heading/skipped-level", "recommended"] for row in rows)
    assert main(["rules", "--format", "json"]) == 0
    rules = {one["name"]: one for one in json.loads(capsys.readouterr().out)["rules"]}
    assert rules["heading/skipped-level"]["options"][0]["name"] == "front-matter-title"
    assert rules["whitespace/no-final-newline"]["fix"] == "safe"


def test_the_first_configuration(folder: Path, capsys: Capture) -> None:
    (folder / "hugo.toml").write_text("")
    assert main(["init"]) == 0
    path = folder / "postlint.toml"
    assert tomllib.loads(path.read_text())["generator"] == "hugo"
    assert read_settings(str(path)).preset == "recommended"
    assert main(["init"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_an_interrupt_is_one_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("postlint.cli.check.discover", interrupt)
    assert main(["."]) == 130
    assert capsys.readouterr().err == "postlint: interrupted\n"


def test_our_own_mistakes_never_look_like_findings(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr("postlint.cli.check.discover", stumble)
    assert main([".", "--exit-zero"]) == 2
    said = capsys.readouterr().err
    assert "RuntimeError: oh" in said
    assert said.endswith("postlint: this is a mistake in postlint; please report it\n")


def test_a_closed_pipe_is_no_drama(folder: Path) -> None:
    (folder / "a.md").write_text(UNCLOSED)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "postlint", "a.md"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_escape_sequences_in_names_are_not_obeyed(capsys: Capture) -> None:
    assert main(["\x1b[31mred.md"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_the_parts_of_a_command_can_stand_in_any_order(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPING)
    assert main(["a.md", "--format=json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["warnings"] == 1
