"""Generated files are up to date; `pytest --update` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.manual.generated_files import GENERATED_FILES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", GENERATED_FILES)
def test_generated_file_is_up_to_date(path: str, update: bool) -> None:
    text = GENERATED_FILES[path]()
    if update:
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    is_current = (ROOT / path).read_text(encoding="utf-8") == text
    assert is_current, f"{path} is out of date: run `pytest --update`"
