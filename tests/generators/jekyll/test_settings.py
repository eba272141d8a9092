"""The settings of Jekyll."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("jekyll")


def site(text: str) -> Generator:
    return configured("jekyll", _config__yml=text)


@pytest.mark.parametrize(
    "text",
    ["markdown: kramdown\n", "markdown: Kramdown\nkramdown: {input: GFM, hard_wrap: false}\n", "a: 1\na: 2\n", "# x\n"],
)
def test_settings_of_the_default_dialect(text: str) -> None:
    assert site(text).markdown == DEFAULT.markdown


@pytest.mark.parametrize(
    "text",
    ["markdown: CommonMarkGhPages\n", "markdown: [\n", "kramdown: {input: kramdown}\n", "kramdown: {gfm_quirks: []}\n"],
)
def test_other_parsers_are_unknown(text: str) -> None:
    markdown = site(text).markdown
    assert markdown.heading_ids is None
    assert markdown.heading_may_be_indented
    assert markdown.spaces_in_link_targets


def test_ids_with_options() -> None:
    assert site("kramdown: {auto_ids: false}\n").markdown == DEFAULT.markdown._replace(heading_ids=None)
    assert site("kramdown: {auto_id_prefix: x-}\n").markdown.heading_ids is None


def test_future_posts() -> None:
    assert DEFAULT.dates.skips_future
    assert not site("future: true\n").dates.skips_future
    assert not site("future: [\n").dates.skips_future
    assert site("future: false\n").dates.skips_future


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("excerpt_separator: <!--more-->\n", "<!--more-->"),
        ("excerpt_separator: ''\n", None),
        ("excerpt_separator: '---'\n", None),
        ("excerpt_separator: <!--more-->\ndefaults: [{scope: {path: ''}, values: {layout: post}}]\n", "<!--more-->"),
        ("excerpt_separator: <!--more-->\ndefaults: [{values: {excerpt_separator: '\\n'}}]\n", None),
        ("title: x\n", None),
    ],
)
def test_excerpt_separator(text: str, spelling: str | None) -> None:
    separator = site(text).excerpts.separator
    assert (separator and separator.spelling) == spelling


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("README.md", False),
        ("docs/a/b.md", False),
        ("docs2/a.md", False),
        ("a/x.draft.md", False),
        ("vendor/a.md", False),
        ("_posts/2024-01-01-docs.md", True),
        ("notes/CHANGELOG.md", True),
        ("keep.draft.md", True),
    ],
)
def test_excluded_files(path: str, read: bool) -> None:
    """lib/jekyll/entry_filter.rb, glob_include?: a pattern is also the beginning of a path."""
    text = "exclude: [README.md, ./docs, '*.draft.md', vendor/]\ninclude: [keep.draft.md]\n"
    assert site(text).sources.reads(path) is read
    assert site("exclude: {a: 1}\n").sources.reads(path)


def test_folders() -> None:
    sources = site("source: src\ncollections_dir: my\n").sources
    assert sources.folders == ("src/",)
    assert {"src/", "src/assets/", "src/my/_posts/"} <= {*(sources.static_folders or ())}


def test_themes() -> None:
    assert site("remote_theme: mmistakes/minimal-mistakes@4.26\n").front_matter.schemas[1:] == (
        "jekyll-minimal-mistakes",
    )
    assert site("theme: minima\n").front_matter == DEFAULT.front_matter
