"""Files made from the rules are what they would be if they were made anew (`pytest --update` makes them)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from postlint.manual.generated_files import configuration_schema, documents

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", ["schemas/postlint.json", "postlint/rules/README.md"])
def test_generated_files_are_up_to_date(path: str, update: bool) -> None:
    text = documents()[path]
    if update:
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    assert (ROOT / path).read_text(encoding="utf-8") == text, "run pytest --update"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = configuration_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'extends = "strict"\nextend-select = ["MD001", "heading", "all"]\nfail-on = "info"\ngenerator = "hugo"',
        '[rules."heading/skipped-level"]\nseverity = "off"\nfront-matter-title = true',
        '[rules.heading]\nseverity = "info"\n[rules.MD001]\nfront-matter-title = false',
        '[[overrides]]\nfiles = "x/"\nwhen = {draft = true}\nignore = ["code"]\nschema = "./post.json"',
        '[[overrides]]\nfiles = ["x/"]\n[overrides.rules.MD001]\nseverity = "error"',
    ],
)
def test_the_schema_takes_what_postlint_takes(validator: Any, text: str) -> None:
    assert [error.message for error in validator.iter_errors(tomllib.loads(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        'presett = "strict"',
        'preset = "best"',
        'generator = "word"',
        'ignore = ["hedding"]',
        "[rules.hedding]",
        "[rules.heading]\nfront-matter-title = true",
        '[rules.MD001]\nfront-matter-titel = "x"',
        '[rules."internal/unreadable"]\nseverity = "off"',
        "[[overrides]]\nfile = 1",
    ],
)
def test_the_schema_refuses_what_postlint_refuses(validator: Any, text: str) -> None:
    assert list(validator.iter_errors(tomllib.loads(text)))
