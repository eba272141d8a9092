"""The settings of Hugo."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("hugo")


def site(text: str) -> Generator:
    return configured("hugo", hugo__toml=text)


def test_defaults() -> None:
    markdown = site("title = 'x'\n").markdown
    assert markdown == DEFAULT.markdown._replace(attribute_lines=False)  # goldmark_config/config.go


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("[markup.goldmark.parser]\nautoHeadingIDType = 'github'\n", True),
        ("[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'\n", False),
        ("[markup.goldmark.parser]\nautoIDType = 'github-ascii'\n", False),
        ("[Markup.GoldMark.Parser]\nAutoHeadingID = false\n", False),
        ("[markup]\ndefaultMarkdownHandler = 'pandoc'\n", False),
        ("markup = [", False),
    ],
)
def test_heading_ids(text: str, known: bool) -> None:
    assert (site(text).markdown.heading_ids is not None) is known


def test_attribute_lines_and_links() -> None:
    assert site("markup.goldmark.parser.attribute.block = true\n").markdown.attribute_lines
    assert not site("markup.goldmark.extensions.linkify = false\n").markdown.bare_urls_link
    assert site("markup = [").markdown.attribute_lines


def test_future_and_expired() -> None:
    assert not site("buildFuture = true\n").dates.skips_future
    assert not site("buildExpired = true\n").dates.skips_expired
    assert site("title = 'x'\n").dates == DEFAULT.dates


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("staticDir = 'public-files'\n", "public-files/"),
        ("staticDir = ['static', 'more']\n", "more/"),
        ("staticDir2 = 'more'\n", "more/"),
        ("[languages.en]\nstaticDir = 'static-en'\n", "static-en/"),
        ("theme = 'x'\n", "themes/x/static/"),
        ("theme = ['x', 'y']\nthemesDir = 't'\n", "t/y/static/"),
        ("[[module.mounts]]\nsource = 'files'\ntarget = 'static'\n", "files/"),
    ],
)
def test_static_folders(text: str, folder: str) -> None:
    assert folder in (site(text).sources.static_folders or ())


@pytest.mark.parametrize(
    "text",
    [
        "[[module.mounts]]\nsource = 'files'\ntarget = 'static/x'\n",
        "[[module.imports]]\npath = 'x'\n[[module.imports.mounts]]\nsource = 'docs'\ntarget = 'content/docs'\n",
        "staticDir = [",
    ],
)
def test_unknown_static_folders(text: str) -> None:
    assert site(text).sources.static_folders is None


def test_content_folder() -> None:
    generator = site("contentDir = 'text'\n")
    assert generator.sources.is_post("text/posts/tea.md")
    assert generator.urls.page_url("text/posts/tea.md", {}) == "/posts/tea"
    assert generator.front_matter.invalid_start("text/tea.md", "- a\n") == "-"


def test_urls_that_differ_in_case() -> None:
    assert site("disablePathToLower = true\n").urls.page_url("content/Tea.md", {}) is None


def test_files_are_merged() -> None:
    generator = configured(
        "hugo",
        config__toml="buildFuture = true\n",
        config____default___hugo__yaml="buildfuture: false\n",
        config____default___markup__toml="[goldmark.extensions]\nlinkify = false\n",
        config___production___config__json='{"contentDir": "text"}',
    )
    assert generator.dates.skips_future
    assert not generator.markdown.bare_urls_link
    assert generator.sources.is_post("text/posts/tea.md")


def test_first_file_counts() -> None:
    generator = configured("hugo", hugo__yaml="buildFuture: true\n", config__toml="buildFuture = false\n")
    assert not generator.dates.skips_future
