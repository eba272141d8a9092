"""The table of formats in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.manual import format_table
from postlint.report import FORMATS


def test_every_format_has_a_row() -> None:
    rows = format_table.format_table().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == list(FORMATS)


def test_only_the_section_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "README.md"
    monkeypatch.setattr(format_table, "_README", path)
    path.write_text("before\n<!-- formats -->\nold\n<!-- end of formats -->\nafter\n")
    text = format_table.readme()
    assert text.startswith("before\n<!-- formats -->\n\n| `--format` |")
    assert text.endswith("|\n\n<!-- end of formats -->\nafter\n")
    path.write_text("before\n")
    with pytest.raises(ValueError, match=r"README\.md: expected one section"):
        format_table.readme()
