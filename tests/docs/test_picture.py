"""The README's picture shows what postlint says today."""

from __future__ import annotations

import html
import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def words(svg: str) -> list[str]:
    """What is to be read in it; colours and shapes are the business of the libraries that draw it."""
    return [html.unescape(text).replace("\xa0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


@pytest.mark.skipif(not DOCS.exists(), reason="not in a source distribution")
def test_picture_is_up_to_date() -> None:
    drawn = runpy.run_path(str(DOCS / "picture.py"))["draw"]()
    shown = (DOCS / "report.svg").read_text(encoding="utf-8")
    assert "".join(words(drawn)) == "".join(words(shown)), "run `python docs/picture.py`"
    assert "url(http" not in shown
