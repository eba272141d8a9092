"""The picture in the README shows the current report."""

from __future__ import annotations

import html
import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def words(svg: str) -> str:
    """The text of a picture. Shapes and colors may change with the version of rich."""
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return "".join(html.unescape(text).replace("\xa0", " ").strip() for text in texts)


@pytest.mark.skipif(not DOCS.exists(), reason="not in a source distribution")
def test_picture_is_up_to_date(update: bool) -> None:
    picture = DOCS / "report.svg"
    drawn = runpy.run_path(str(DOCS / "picture.py"))["draw"]()
    if update and words(drawn) != words(picture.read_text(encoding="utf-8")):
        picture.write_text(drawn, encoding="utf-8", newline="\n")
    shown = picture.read_text(encoding="utf-8")
    assert words(drawn) == words(shown), "docs/report.svg is out of date: run `pytest --update`"
    assert "url(http" not in shown
