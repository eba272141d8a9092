"""The text of a schema: what is escaped."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Capture
from tests.support.schema_command import post, run, write


def test_invisible_characters_are_escaped(folder: Path, capsys: Capture) -> None:
    text = post(title="x\x1b[31m", **{"a\u202eb": "c\u202ed", "straße": "ü"})
    write(folder, {f"{number}.md": text.replace("\\u202e", "\u202e") for number in range(5)})
    assert run("infer") == 0
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "straße" in text
    assert list(json.loads(text)["properties"]) == ["title", "a\u202eb", "straße"]


def test_output_with_a_narrow_encoding_gets_escapes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.md": post(straße="ü")})
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert run("infer") == 0
    assert list(json.loads(out.buffer.getvalue())["properties"]) == ["straße"]
