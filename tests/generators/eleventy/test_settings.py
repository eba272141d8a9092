"""The settings of Eleventy."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured

DEFAULT = get_generator("eleventy")


def site(body: str) -> Generator:
    return configured("eleventy", eleventy__config__js=f"export default function (config) {{ {body} }}")


@pytest.mark.parametrize(
    ("body", "folders"),
    [
        ('return {dir: {input: "src"}}', ("src/",)),
        ('config.setInputDirectory("text"); return {dir: {input: "src"}}', ("text/",)),
        ("return {dir: {input: process.env.X}}", ()),
        ("return {}", ()),
    ],
)
def test_folders(body: str, folders: tuple[str, ...]) -> None:
    assert site(body).sources.folders == folders


def test_copied_folders() -> None:
    assert "files2/" in (site('config.addPassthroughCopy({"files2": "/"})').sources.static_folders or ())
    assert site('config.addPassthroughCopy("img")').sources == DEFAULT.sources
    assert site("config.addPassthroughCopy(paths())").sources.static_folders is None


def test_template_languages() -> None:
    assert site("return {markdownTemplateEngine: false}").templates is None
    nunjucks = site('return {markdownTemplateEngine: "njk"}').templates
    assert nunjucks
    assert {"set", "macro", "if"} <= nunjucks.known_tags
    assert site('return {markdownTemplateEngine: "liquid"}').templates == DEFAULT.templates


def test_code_is_not_run() -> None:
    assert configured("eleventy", eleventy__config__js="throw new Error(); while (true) {}").name == "eleventy"
