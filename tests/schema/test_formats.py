"""Formats for dates as generators read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.generators import GENERATORS
from postlint.schema.formats import date_formats, fits_format
from tests.support.schemas import for_key, messages


@pytest.mark.parametrize(
    ("generator", "good", "bad"),
    [
        ("hugo", "2024-01-20T10:00:00Z", "2024-01-20 10:00"),
        ("jekyll", "November 20, 2021", "2021-24-11"),
        ("zola", "2024-1-20", "2024/01/20"),
        ("docusaurus", "2024-01-20", "2024-02-30"),
        ("pelican", "20 Jan 2024", "2024-01"),
        ("mkdocs-material", "2024-01-20", "2024-01-20 10:00"),
    ],
)
def test_dates_of_a_generator(tmp_path: Path, generator: str, good: str, bad: str) -> None:
    subschema = {"type": "string", "format": f"postlint-date-{generator}"}
    assert messages(tmp_path, for_key(subschema), {"key": good}) == []
    (message,) = messages(tmp_path, for_key(subschema), {"key": bad})
    assert message == f'"key" is the string "{bad}", expected the format `postlint-date-{generator}`'
    assert messages(tmp_path, for_key({"format": f"postlint-date-{generator}"}), {"key": 5}) == []


def test_every_generator_has_a_format() -> None:
    assert date_formats() == tuple(f"postlint-date-{generator}" for generator in GENERATORS)


def test_other_formats_are_unknown() -> None:
    assert not fits_format("date", "2024-01-20")
    assert not fits_format("postlint-date-unknown", "2024-01-20")
    assert not fits_format(None, "2024-01-20")
    assert fits_format("postlint-file", "tea.png")
