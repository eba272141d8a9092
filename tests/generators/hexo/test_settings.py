"""The settings of Hexo."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("hexo")


def site(text: str, package: str = "{}") -> Generator:
    return configured("hexo", _config__yml=text, package__json=package)


@pytest.mark.parametrize("options", ["headerIds: false", "modifyAnchors: 1", "anchorAlias: true", "gfm: false"])
def test_options_of_marked_that_change_ids(options: str) -> None:
    assert site(f"marked: {{{options}}}\n").markdown.heading_ids is None
    assert site("marked: {breaks: true}\n").markdown == DEFAULT.markdown


def test_bare_urls() -> None:
    assert not site("marked: {autolink: false}\n").markdown.bare_urls_link


@pytest.mark.parametrize(
    ("renderer", "known"), [("marked", True), ("stylus", True), ("markdown-it", False), ("pandoc", False)]
)
def test_renderers(renderer: str, known: bool) -> None:
    package = f'{{"dependencies": {{"hexo": "8", "hexo-renderer-{renderer}": "1"}}}}'
    assert (site("title: x\n", package).markdown.heading_ids is not None) is known


def test_package_that_cannot_be_read() -> None:
    assert site("title: x\n", "{").markdown.heading_ids is None


def test_future_posts() -> None:
    assert not site("title: x\n").dates.skips_future
    assert site("future: false\n").dates.skips_future
    assert not site("future: [\n").dates.skips_future
