"""The progress bar."""

from __future__ import annotations

from postlint.report.rich_progress import Bar
from tests.support.reports import Terminal


def test_bar_shows_number_and_path_without_markup() -> None:
    stream = Terminal()
    bar = Bar(20, stream)
    bar.show(7, "posts/[bold]a\x1b.md")
    bar.close()
    assert "7/20" in stream.getvalue()
    assert "posts/[bold]a␛.md" in stream.getvalue()
    assert "\x1b.md" not in stream.getvalue()
