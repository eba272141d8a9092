"""The output streams: control characters, encodings, closed streams."""

from __future__ import annotations

import os
from pathlib import Path

from postlint.cli.main import main
from tests.support.command_line import SKIPPED_LEVEL, Capture, run_postlint, unix


def test_escape_sequences_in_names_are_replaced(capsys: Capture) -> None:
    assert main(["\x1b[31mred.md"]) == 2
    assert "\x1b" not in capsys.readouterr().err


@unix
def test_closed_streams_print_nothing(folder: Path) -> None:
    (folder / "a.md").write_text(SKIPPED_LEVEL)
    closing = "sys.stdout = sys.stderr = None"
    done = run_postlint("a.md", "nowhere.md", code=closing)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_output_with_a_narrow_encoding_gets_escapes(folder: Path) -> None:
    (folder / "é.md").write_text("# Un\n\n### “Trois”\n", encoding="utf-8")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for words in (["--format", "rich", "."], ["explain", "all"], ["rules"], ["nowhere-é.md"]):
        done = run_postlint(*words, env=ascii_only)
        assert "Traceback" not in done.stderr
        assert (done.stdout + done.stderr).isascii()
