"""Load schemas by name or path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postlint.schema import SchemaError, load_schema, validate


def test_unknown_names_and_missing_files() -> None:
    with pytest.raises(SchemaError, match=r'"jekyl", expected one of astro, .*hugo, jekyll'):
        load_schema("jekyl")
    with pytest.raises(SchemaError, match="no such file"):
        load_schema(str(Path("/nowhere/a.json")))


def test_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "main.json"
    path.write_text("true")
    first = load_schema(str(path))
    assert load_schema(str(path)) is first
    path.write_text('{"required": ["a"]}')
    os.utime(path, ns=(1, 1))
    assert len(validate({}, load_schema(str(path)))) == 1
