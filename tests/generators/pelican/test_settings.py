"""The settings of Pelican."""

from __future__ import annotations

import re

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("pelican")


def site(text: str) -> Generator:
    return configured("pelican", pelicanconf__py=text)


def test_extensions() -> None:
    plain = DEFAULT.markdown.spaced_info
    extended = site('MARKDOWN = {"extension_configs": {"pymdownx.superfences": {}}}\n').markdown.spaced_info
    assert (re.fullmatch(plain, 'python title="x"'), bool(re.fullmatch(extended, 'python title="x"'))) == (None, True)
    both = 'MARKDOWN = {"extensions": ["pymdownx.saneheaders"], "extension_configs": {"mdx_truly_sane_lists": {}}}\n'
    assert (site(both).markdown.heading_without_space, site(both).markdown.list_indent) == (False, 2)


@pytest.mark.parametrize(
    "text",
    [
        "MARKDOWN = f()\n",
        'MARKDOWN = {"extensions": [MyExtension()]}\n',
        'MARKDOWN = {"extension_configs": {**BASE}}\n',
        "from settings import *\n",
        "def broken(:\n",
    ],
)
def test_unknown_extensions(text: str) -> None:
    markdown = site(text).markdown
    assert markdown.heading_without_space is None
    assert markdown.heading_ids is None
    assert markdown.languages is None
    assert markdown.bare_urls_link


def test_ids() -> None:
    toc = 'MARKDOWN = {"extension_configs": {"markdown.extensions.toc": {"slugify": slugify}}}\n'
    assert site(toc).markdown.heading_ids is None
    assert site(toc.replace('"slugify": slugify', "")).markdown.heading_ids is not None


def test_path() -> None:
    generator = site("PATH = 'text'\n")
    assert generator.sources.folders == ("text/",)
    assert generator.sources.is_post("text/tea.md")
    assert not generator.sources.is_post("text/pages/tea.md")
    assert site("PATH = os.path.join('a', 'b')\n").sources.folders == ()


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("ARTICLE_PATHS = ['blog']\n", {"content/blog/a.md"}),
        ("PAGE_PATHS = ['about']\n", {"content/a.md", "content/blog/a.md"}),
        ("ARTICLE_PATHS = PATHS\n", set()),
        ("", {"content/a.md", "content/blog/a.md", "content/about/a.md"}),
    ],
)
def test_articles(text: str, posts: set[str]) -> None:
    is_post = site(text).sources.is_post
    paths = ("content/a.md", "content/blog/a.md", "content/about/a.md", "content/pages/a.md", "a.md")
    assert {path for path in paths if is_post(path)} == posts


def test_dates() -> None:
    path = "content/2024-01-02-tea.md"
    assert site("FILENAME_METADATA = '(?P<slug>.*)'\n").dates.from_file_name(path) is None
    usual = r"FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)'"
    assert site(usual).dates.from_file_name(path) is not None
    assert site("WITH_FUTURE_DATES = False\n").dates.skips_future
    assert not site("WITH_FUTURE_DATES = DEBUG\n").dates.skips_future
