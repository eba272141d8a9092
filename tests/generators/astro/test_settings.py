"""The settings of Astro."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("astro")


def site(settings: str) -> Generator:
    return configured("astro", astro__config__mjs=f"export default defineConfig({{{settings}}})")


def test_defaults() -> None:
    assert site("site: 'https://a.example'").markdown == DEFAULT.markdown
    assert site("markdown: {remarkPlugins: []}").markdown == DEFAULT.markdown


@pytest.mark.parametrize(
    "settings",
    ["markdown: {rehypePlugins: [rehypeSlug]}", "markdown: options()", "markdown: {gfm: false}", "...shared"],
)
def test_unknown_ids(settings: str) -> None:
    assert site(settings).markdown.heading_ids is None


def test_languages() -> None:
    assert site("markdown: {shikiConfig: {langs: [grammar]}}").markdown.languages is None


def test_folders() -> None:
    generator = site("srcDir: './app', publicDir: './files2'")
    assert generator.sources.is_post("app/content/blog/tea.md")
    assert "files2/" in (generator.sources.static_folders or ())
    assert site("publicDir: folder()").sources.static_folders is None
