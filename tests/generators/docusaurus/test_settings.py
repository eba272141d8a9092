"""The settings of Docusaurus."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("docusaurus")


def site(settings: str) -> Generator:
    return configured("docusaurus", docusaurus__config__js=f"module.exports = {{{settings}}}")


@pytest.mark.parametrize(
    "settings",
    [
        "presets: [['classic', {blog: {path: 'news'}}]]",
        "presets: [['@docusaurus/preset-classic', {docs: false, blog: {path: './news'}}]]",
        "plugins: ['x', ['@docusaurus/plugin-content-blog', {id: 'a', path: 'news'}]]",
    ],
)
def test_folder_of_the_blog(settings: str) -> None:
    generator = site(settings)
    assert generator.sources.is_post("news/2024-01-02-tea.md")
    assert generator.dates.from_file_name("news/2024-01-02-tea.md") is not None


def test_excerpts() -> None:
    own = "presets: [['classic', {blog: {truncateMarker: /x/}}]]"
    unknown = "presets: [['classic', {blog: {...options}}]]"
    usual = "presets: [['classic', {blog: {path: 'blog'}}]]"
    assert site(own).excerpts.separator is None
    assert site(unknown).excerpts.separator is None
    assert site(usual).excerpts == DEFAULT.excerpts


def test_markdown() -> None:
    assert site("markdown: {format: 'detect'}").markdown.indented_code
    assert site("markdown: {format: 'md'}").templates is None
    assert site("markdown: {mermaid: true}").templates
    assert not site("markdown: {mermaid: true}").markdown.indented_code
    assert site("markdown: {anchors: {maintainCase: true}}").markdown.heading_ids is None


def test_static_folders() -> None:
    assert "files2/" in (site("staticDirectories: ['static', 'files2']").sources.static_folders or ())
    assert site("staticDirectories: folders()").sources.static_folders is None
