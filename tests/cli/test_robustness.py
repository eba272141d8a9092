"""Hostile environments: full or closed outputs, missing directories, pipes, concurrent writers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from postlint.cli.main import main
from postlint.schema.violations import join_alternatives
from postlint.workspace.environment import today
from postlint.workspace.write import write

FAULTY = "# One\n\n### Three\t\n"
unix = pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices among the files")


def run(*words: str, code: str = "", **options: object) -> subprocess.CompletedProcess[str]:
    """Run postlint as a user does, in a directory without any configuration above."""
    start = ["-c", f"import sys\n{code}\nfrom postlint.cli.main import main\nsys.exit(main(sys.argv[1:]))"]
    command = [sys.executable, *(start if code else ["-m", "postlint"]), *words]
    arguments = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "timeout": 60, **options}
    return subprocess.run(command, check=False, **arguments)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@unix
def test_pipes_and_devices_among_the_files_are_skipped(folder: Path) -> None:
    (folder / "a.md").write_text(FAULTY)
    for name in ("b.md", ".gitignore", "pyproject.toml", "_config.yml"):
        os.mkfifo(folder / name)
    done = run(".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "in 1 file:" in done.stdout
    named = run("a.md", "b.md", os.devnull)
    assert named.returncode == 1
    assert named.stdout.count("internal/unreadable not a regular file") == 2
    assert "heading/skipped-level" in named.stdout


@unix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")
def test_full_output_device_prints_one_line(folder: Path) -> None:
    (folder / "a.md").write_text(FAULTY)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run("a.md", stdout=full)
        assert done.returncode == 2
        assert done.stderr.startswith("postlint: cannot write the output: ")
        assert done.stderr.count("\n") == 1
        assert run("nowhere.md", stderr=full).returncode == 2


@unix
def test_closed_streams_print_nothing(folder: Path) -> None:
    (folder / "a.md").write_text(FAULTY)
    closing = "sys.stdout = sys.stderr = None"
    done = run("a.md", "nowhere.md", code=closing)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@unix
def test_deleted_working_directory_prints_one_line(folder: Path) -> None:
    leave = "import os\nos.mkdir('gone')\nos.chdir('gone')\nos.rmdir('../gone')"
    done = run(".", code=leave)
    assert (done.returncode, done.stderr) == (2, "postlint: the working directory does not exist any more\n")


def test_output_with_a_narrow_encoding_gets_escapes(folder: Path) -> None:
    (folder / "é.md").write_text("# Un\n\n### “Trois”\n", encoding="utf-8")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for words in (["--format", "rich", "."], ["explain", "all"], ["rules"], ["nowhere-é.md"]):
        done = run(*words, env=ascii_only)
        assert "Traceback" not in done.stderr
        assert (done.stdout + done.stderr).isascii()


@unix
def test_signal_while_writing_keeps_the_file_intact(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("# One\n\nText  x \n")
    # Slow down the write between the new file and the rename.
    slow = "import shutil, time\nshutil.copymode = lambda *_: (print('now', flush=True), time.sleep(50))"
    command = ["-c", f"import sys\n{slow}\nfrom postlint.cli.main import main\nsys.exit(main(sys.argv[1:]))"]
    for number, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        words = [sys.executable, *command, "--fix", "--select", "whitespace", "a.md"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "now\n"
            time.sleep(0.05)
            child.send_signal(number)
            _, errors = child.communicate(timeout=30)
        assert child.returncode == code
        assert "Traceback" not in errors
        assert path.read_text() == "# One\n\nText  x \n"
        assert list(folder.iterdir()) == [path]


def test_file_that_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("theirs\n")
    with pytest.raises(OSError, match="it has changed since it was read"):
        write(str(path), b"ours\n", b"as it was read\n")
    assert path.read_text() == "theirs\n"
    assert list(folder.iterdir()) == [path]


def test_read_only_file_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.md"
    path.write_text("old\n")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(OSError, match="it is read-only"):
        write(str(path), b"new\n")
    assert path.read_text() == "old\n"


def test_file_with_the_longest_name_can_be_written(folder: Path) -> None:
    path = folder / ("a" * 252 + ".md")
    path.write_text("old\n")
    write(str(path), b"new\n")
    assert path.read_text() == "new\n"


def test_empty_path_is_not_the_working_directory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text(FAULTY)
    assert main(["", "--fix"]) == 2
    assert capsys.readouterr().err == "postlint: a path is empty: no such file or folder\n"
    assert (folder / "a.md").read_text() == FAULTY


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = " + "9" * 9_000, "a = \x00", "a = 1\na = 2"])
def test_absurd_configuration_prints_one_line(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (folder / "postlint.toml").write_text(text)
    assert main(["."]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("postlint: postlint.toml: ")
    assert errors.count("\n") == 1


def test_impossible_source_date_epoch_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 17)
    assert today() == date.today()


def test_empty_enumeration_accepts_nothing() -> None:
    assert join_alternatives([]) == "nothing"
