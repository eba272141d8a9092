"""The settings of Material's blog."""

from __future__ import annotations

import pytest

from postlint.core.generator import Generator
from postlint.generators import get_generator
from tests.support.site_settings import configured


def site(options: str) -> Generator:
    return configured("mkdocs-material", mkdocs__yml=f"plugins:\n  - blog: {options}\n")


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ("", "docs/blog/posts/tea.md"),
        ("{blog_dir: news}", "docs/news/posts/tea.md"),
        ("{blog_dir: .}", "docs/posts/tea.md"),
        ("{post_dir: articles}", "docs/articles/tea.md"),
        ("{post_dir: '{blog}/all'}", "docs/blog/all/tea.md"),
    ],
)
def test_posts(options: str, path: str) -> None:
    generator = site(options)
    assert generator.sources.is_post(path)
    assert generator.front_matter.is_required(path)
    assert generator.front_matter.schemas_for(path) == ("mkdocs-material",)
    assert not generator.sources.is_post("docs/other/tea.md")


def test_separators() -> None:
    default = get_generator("mkdocs-material").excerpts
    assert site("").excerpts == default
    assert site("{post_excerpt_separator: <!-- more -->}").excerpts == default
    separator = site("{post_excerpt_separator: <!--more-->}").excerpts.separator
    assert separator
    assert separator.spelling == "<!--more-->"
    assert site("{post_excerpt_separator: '~~~'}").excerpts.separator is None
    assert site("{post_excerpt_separator: !ENV X}").excerpts.separator is None
    assert site("!ENV X").excerpts.separator is None
