"""Which values of the front matter are paths of files, and that a missing file is reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.main import main
from postlint.schema import load_schema, validate
from postlint.schema.file_fields import file_values

FILE = {"x-postlint": "file"}


def files(folder: Path, schema: Any, data: Any, ignore_case: bool = False) -> list[tuple[Any, str]]:
    path = folder / "schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    loaded = load_schema(str(path))
    assert validate(data, loaded) == (), "the declaration alone rejects nothing"
    return list(file_values(data, loaded, ignore_case))


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        ({"properties": {"a": FILE}}, {"a": "x.png", "b": "y.png"}, [(("a",), "x.png")]),
        ({"properties": {"a": {"format": "postlint-file"}}}, {"a": "x.png"}, [(("a",), "x.png")]),
        ({"properties": {"a": FILE}}, {"a": ["x.png", 1, "y.png"]}, [(("a", 0), "x.png"), (("a", 2), "y.png")]),
        ({"properties": {"a": {"items": FILE}}}, {"a": ["x.png"]}, [(("a", 0), "x.png")]),
        ({"properties": {"a": {"properties": {"b": FILE}}}}, {"a": {"b": "x.png"}}, [(("a", "b"), "x.png")]),
        (
            {"properties": {"a": {"$ref": "#/$defs/file"}}, "$defs": {"file": FILE}},
            {"a": "x.png"},
            [(("a",), "x.png")],
        ),
        ({"allOf": [{"properties": {"a": FILE}}]}, {"a": "x.png"}, [(("a",), "x.png")]),
        ({"properties": {"a": {"anyOf": [{"type": "null"}, FILE]}}}, {"a": "x.png"}, [(("a",), "x.png")]),
        ({"properties": {"a": FILE}}, {"a": None}, []),
        ({"properties": {"a": {"type": "string"}}}, {"a": "x.png"}, []),
        ({"properties": {"a": FILE}}, {"A": "x.png"}, []),
    ],
)
def test_file_values(tmp_path: Path, schema: Any, data: Any, expected: Any) -> None:
    assert files(tmp_path, schema, data) == expected


def test_case_of_keys_is_ignored(tmp_path: Path) -> None:
    assert files(tmp_path, {"properties": {"aB": FILE}}, {"Ab": "x.png"}, True) == [(("Ab",), "x.png")]


def test_recursive_schema(tmp_path: Path) -> None:
    schema = {"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"a": {"$ref": "#/$defs/a"}, "f": FILE}}}}
    assert files(tmp_path, schema, {"a": {"a": {"f": "x.png"}}}) == [(("a", "a", "f"), "x.png")]


def test_schema_of_a_user_declares_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "schema.json").write_text(json.dumps({"properties": {"photo": FILE}}), encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('[[overrides]]\nfiles = ["*.md"]\nschema = "schema.json"\n')
    (tmp_path / "post.md").write_text("---\nphoto: ./tea.png\nimage: ./other.png\n---\n\nBody.\n")
    (tmp_path / "good.md").write_text("---\nphoto: ./post.md\n---\n\nBody.\n")
    monkeypatch.chdir(tmp_path)
    main(["check", ".", "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["path"], finding["line"], finding["rule"]) for finding in findings] == [
        ("post.md", 2, "site/missing-file")
    ]
