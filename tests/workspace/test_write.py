"""Writing a file: completely or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postlint.workspace.write import write


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


def test_failed_write_leaves_only_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.md"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no"):
        write(str(path), b"new")
    assert path.read_text() == "old"
    assert list(folder.iterdir()) == [path]
