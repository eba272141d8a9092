"""Markdown pages on a terminal."""

from __future__ import annotations

from postlint.report import View, rich_page

PAGE = "# heading/empty\n\nText with `code` and [a link](https://example.org).\n\n```markdown\n## Empty\n```\n"


def test_markup_is_formatted() -> None:
    page = rich_page.render(PAGE, View(width=60))
    assert "\x1b" not in page
    assert "## Empty" in page
    assert "```" not in page
    assert max(map(len, page.splitlines())) <= 60
    assert "\x1b[" in rich_page.render(PAGE, View(color=True))


def test_lines_are_never_too_long_to_read() -> None:
    page = rich_page.render("word " * 200, View(width=500))
    assert max(map(len, page.splitlines())) <= 100
