"""Where the pages of a site look for files."""

from __future__ import annotations

import pytest

from postlint.core.finding import WARNING
from postlint.core.rule import NoOptions
from postlint.core.site import FactLink, PostFacts, Site
from postlint.core.text import Span
from postlint.generators import get_generator
from postlint.rules.site.broken_link import check


def findings(generator: str, site_path: str, target: str, *files: str, root: str = "blog/") -> list[object]:
    facts = PostFacts(root + site_path, site_path, root, generator, links=(FactLink(target, Span(0, 1)),))
    existing = {f"blog/{file}" for file in files} | {"blog/images", "blog/project"}
    return list(
        check.check(Site({facts.path: facts}, existing.__contains__, lambda _: get_generator(generator)), NoOptions())
    )


@pytest.mark.parametrize(
    ("generator", "post", "target", "file"),
    [
        ("jekyll", "_posts/2020-01-01-a.md", "/images/a.png", "images/a.png"),
        ("jekyll", "_posts/2020-01-01-a.md", "/project/images/a.png", "images/a.png"),
        ("jekyll", "_posts/2020-01-01-a.md", "../../../../images/a.png", "images/a.png"),
        ("jekyll", "_posts/2020-01-01-a.md", "a.png", "_posts/a.png"),
        ("hugo", "content/posts/a.md", "/a.png", "static/a.png"),
        ("hugo", "content/posts/a.md", "a.png", "static/posts/a/a.png"),
        ("hugo", "content/posts/a/index.md", "a.png", "content/posts/a/a.png"),
        ("hugo", "content/posts/a.md", "../a.png", "static/posts/a.png"),
        ("zola", "content/blog/a/index.md", "./a.png", "content/blog/a/a.png"),
        ("zola", "content/blog/a.md", "@/blog/b.md", "content/blog/b.md"),
        ("none", "docs/a/b.md", "../img/a.png", "docs/img/a.png"),
        ("none", "source/_posts/a.md", "b.png", "source/_posts/a/b.png"),
        ("none", "docs/a/b.md", "img/a.png", "docs/img/a.png"),
        ("none", "docs/a/b.md", "c/d.md", "docs/c/d.md"),
    ],
)
def test_file_exists_where_pages_look_for_it(generator: str, post: str, target: str, file: str) -> None:
    assert findings(generator, post, target, file) == []
    assert len(findings(generator, post, target)) == 1


def test_plain_markdown_looks_for_sources_beside_the_post_only() -> None:
    assert len(findings("none", "docs/a.md", "README.md", "README.md")) == 1
    assert findings("none", "docs/a.md", "../README.md", "README.md") == []


def test_files_above_the_site_are_unknown() -> None:
    assert findings("none", "a.md", "../../wiki/Home.md") == []
    assert findings("none", "docs/b/c.md", "../blob/main/a.md") == []


def test_file_that_differs_in_case_is_suggested() -> None:
    assert 'did you mean "a.PNG"?' in str(findings("none", "a.md", "a.png", "a.PNG"))


def test_folder_that_does_not_exist_comes_from_elsewhere() -> None:
    assert findings("jekyll", "_posts/2020-01-01-a.md", "/uploads/a.png") == []
    assert len(findings("jekyll", "_posts/2020-01-01-a.md", "/images/a.png")) == 1


def test_file_that_a_theme_may_add_is_a_warning() -> None:
    (finding,) = findings("hugo", "content/posts/a.md", "/a.png")
    assert finding.severity is WARNING  # type: ignore[attr-defined]
    assert "no file blog/static/a.png" in finding.message  # type: ignore[attr-defined]
