"""`main`: the default command, and what becomes of errors, signals and broken outputs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postlint import __version__
from postlint.cli.main import main
from tests.support.command_line import SKIPPED_LEVEL, UNCLOSED_FENCE, Capture, run_postlint, unix


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"postlint {__version__}\n"
    assert main(["check", "--version"]) == 0


def test_check_is_the_default_command(folder: Path, capsys: Capture) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["a.md"]) == main(["check", "a.md"]) == main(["check"]) == main([]) == 0
    first, *_ = capsys.readouterr().out.split("\n")
    assert first.startswith("a.md:3:1: warning heading/skipped-level heading level 3 after level 1")


def test_directory_named_like_a_command_can_be_checked(folder: Path, capsys: Capture) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "a.md").write_text(SKIPPED_LEVEL)
    assert main(["./rules", "--fail-on", "warning"]) == 1


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
    (folder / "a.md").write_text(UNCLOSED_FENCE)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "postlint", "a.md"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


@unix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")
def test_full_output_device_prints_one_line(folder: Path) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run_postlint("a.md", stdout=full)
        assert done.returncode == 2
        assert done.stderr.startswith("postlint: cannot write the output: ")
        assert done.stderr.count("\n") == 1
        assert run_postlint("nowhere.md", stderr=full).returncode == 2


@unix
def test_deleted_working_directory_prints_one_line(folder: Path) -> None:
    leave = "import os\nos.mkdir('gone')\nos.chdir('gone')\nos.rmdir('../gone')"
    done = run_postlint(".", code=leave)
    assert (done.returncode, done.stderr) == (2, "postlint: the working directory does not exist any more\n")


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
