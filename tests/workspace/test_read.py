"""Reading a file: what cannot be read, and where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postlint.workspace import read
from postlint.workspace.read import UnreadableError, decode, read_source
from tests.support.command_line import unix


def test_text_is_decoded(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9\r\n")
    source = read_source(str(folder / "a.md"), "shown.md")
    assert (source.path, source.text, source.newline, source.byte_order_mark) == ("shown.md", "café\n", "\r\n", True)


def test_position_of_an_invalid_byte() -> None:
    with pytest.raises(UnreadableError, match="byte 0xE9 at offset 6 is not UTF-8") as error:
        decode(b"ok\ncaf\xe9\n", "a.md")
    assert error.value.line == 2
    assert error.value.source.position(error.value.span.start) == (2, 4)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    with pytest.raises(UnreadableError, match="file is UTF-16, expected UTF-8"):
        decode("\ufeffé".encode(encoding), "a.md")


def test_too_large_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text("text\n")
    monkeypatch.setattr(read, "SIZE_LIMIT", 4)
    with pytest.raises(UnreadableError, match="file is 5 bytes; the limit is 4"):
        read_source(str(folder / "a.md"), "a.md")


def test_missing_file(folder: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read: no such file or directory"):
        read_source(str(folder / "a.md"), "a.md")


@unix
def test_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "a.md")
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_source(str(folder / "a.md"), "a.md")
