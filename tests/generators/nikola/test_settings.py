"""The settings of Nikola."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from tests.support.site_settings import configured


def site(text: str) -> Generator:
    return configured("nikola", conf__py=text)


def test_extensions() -> None:
    assert not site('MARKDOWN_EXTENSIONS = ["pymdownx.saneheaders"]\n').markdown.heading_without_space
    enabled = 'MARKDOWN_EXTENSIONS = ["mdx_truly_sane_lists", "toc"]\nDEFAULT_LANG = "en"\n'
    options = 'MARKDOWN_EXTENSION_CONFIGS = {DEFAULT_LANG: {"mdx_truly_sane_lists": {"nested_indent": 3}}}\n'
    assert site(enabled + options).markdown.list_indent == 3
    assert site(options).markdown.list_indent == 4  # options alone enable nothing
    assert site(enabled + "MARKDOWN_EXTENSION_CONFIGS = f()\n").markdown.list_indent == 0


def test_unknown_extensions() -> None:
    markdown = site("MARKDOWN_EXTENSIONS = BASE + ['toc']\n").markdown
    assert markdown.heading_without_space is None
    assert markdown.heading_ids is None


@pytest.mark.parametrize(
    ("text", "folders"),
    [
        ('POSTS = (("blog/*.md", "x", "y"), ("blog/*.rst", "x", "y"))\nPAGES = ()\n', ("blog/",)),
        ('POSTS = (("*.md", "x", "y"),)\n', ()),
        ("POSTS = f()\n", ()),
        ("BLOG_TITLE = 'x'\n", ("posts/", "pages/", "stories/")),
    ],
)
def test_folders(text: str, folders: tuple[str, ...]) -> None:
    assert site(text).sources.folders == folders


def test_posts() -> None:
    generator = site('POSTS = (("blog/*.md", "x", "y"),)\n')
    assert generator.sources.is_post("blog/tea.md")
    assert generator.dates.used_for("blog/tea.md")


def test_static_folders() -> None:
    folders = site("FILES_FOLDERS = {'downloads': '', 'other': 'x'}\n").sources.static_folders or ()
    assert "downloads/" in folders
    assert "other/" not in folders
