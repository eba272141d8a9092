"""The output streams: control characters, encodings, closed streams."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--format", "rich", "."], 0), (["explain", "all"], 0), (["rules"], 0), (["nowhere-é.md"], 2)],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_output_with_a_narrow_encoding_gets_escapes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    (folder / "é.md").write_text("# Un\n\n### “Trois”\n", encoding="utf-8")
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, stream)
    assert main(words) == code
    for stream in streams.values():
        stream.flush()
    output = b"".join(stream.buffer.getvalue() for stream in streams.values())
    assert output
    assert output.isascii()
    assert b"Traceback" not in output


def test_narrow_encoding_of_the_environment(folder: Path) -> None:
    (folder / "é.md").write_text("# Un\n\n### “Trois”\n", encoding="utf-8")
    done = run_postlint(".", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert "Traceback" not in done.stderr
    assert "\\xe9.md" in done.stdout
    assert (done.stdout + done.stderr).isascii()
