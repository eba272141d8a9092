"""`postlint schema check`: why a schema cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Capture
from tests.support.schema_command import run


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type": "objct"}', 'invalid schema: "type" is the string "objct", expected '),
        ('{"type": "object",}', "invalid JSON in line 1, column 19: "),
        ("[]", "not a schema, expected a JSON object"),
        ('{"properties": {"a": {"pattern": "("}}}', 'invalid regular expression "(": '),
        ('{"$ref": "https://a.example/b.json"}', 'remote `$ref` "https://a.example/b.json", '),
        (None, "no such file"),
    ],
)
def test_check_explains_why_a_schema_cannot_be_used(
    folder: Path, capsys: Capture, text: str | None, message: str
) -> None:
    if text is not None:
        (folder / "a.json").write_text(text)
    assert run("check", "a.json") == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"postlint: a.json: {message}")
    assert output.err.count("\n") == 1
