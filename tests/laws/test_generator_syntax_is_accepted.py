"""Syntax that is not Markdown gives no finding under any rule, and faults in the Markdown around it are found.

The posts are in `tests/cases/_syntax/`, one file per generator. In each, the only fault is a planted image without
alternative text, inside or below the syntax.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.manual.examples import Example, read_examples
from postlint.parse import read_post
from tests.support.rule_examples import CASES

REGISTRY = load()
ALL = Plan(Settings(preset="all", ignore=("template/unknown-tag", "html/inline")), REGISTRY).everywhere()
"""All rules except those that report template tags or raw HTML as such."""
RECOMMENDED = Plan(Settings(ignore=("front-matter", "post")), REGISTRY).everywhere()

EACH_POST = pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{path.stem}: {example.title}")
        for path in sorted((CASES / "_syntax").glob("*.md"))
        for example in read_examples(path.read_text(encoding="utf-8"))
    ],
)


def findings(path: str, text: str, generator: str, rules: tuple[Active, ...]) -> list[tuple[int, str, str]]:
    post = read_post(Source(path, text), get_generator(generator))
    diagnostics = check(post, rules, REGISTRY).diagnostics
    return [(diagnostic.start.line, diagnostic.rule, diagnostic.message) for diagnostic in diagnostics]


@EACH_POST
def test_only_planted_faults_are_reported(example: Example) -> None:
    reported = findings(example.path, example.text, example.generator, ALL)
    assert [finding[:2] for finding in reported] == [(line, "image/missing-alt") for line in example.lines], reported


@EACH_POST
def test_only_planted_faults_are_reported_if_generator_is_unknown(example: Example) -> None:
    path = "notes/a" + PurePosixPath(example.path).suffix
    reported = findings(path, example.text, "none", RECOMMENDED)
    assert [finding[:2] for finding in reported] == [(line, "image/missing-alt") for line in example.lines], reported


def test_pipe_in_template_tag_does_not_end_cell() -> None:
    text = "---\ntitle: Coffee in the hills\ndate: 2024-03-05\n---\n\n"
    text += "| bean | price |\n| ---- | ----- |\n| one  | {{ site.one | round }} |\n"
    assert not findings("_posts/2024-03-05-coffee.md", text, "jekyll", ALL)


@pytest.mark.parametrize(
    ("generator", "container"),
    [
        ("mkdocs", "!!! note\n\n    {}\n"),
        ("mkdocs-material", '=== "Filter"\n\n    {}\n'),
        ("mkdocs-material", "??? tip\n\n    - Hot\n\n        !!! note\n\n            {}\n"),
        ("mkdocs", "/// details | More\n\n{}\n\n///\n"),
        ("mkdocs", "<div markdown>\n\n{}\n\n</div>\n"),
        ("quarto", "::: {{.callout-note}}\n\n{}\n\n:::\n"),
        ("quarto", ":::: {{.columns}}\n::: {{.column}}\n\n{}\n\n:::\n::::\n"),
        ("myst", ":::{{tip}}\n{}\n:::\n"),
        ("docusaurus", ":::note[Title]\n\n{}\n\n:::\n"),
        ("astro", ":::tip\n{}\n:::\n"),
        ("hugo", "{{{{% notice %}}}}\n{}\n{{{{% /notice %}}}}\n"),
        ("hugo", "> [!NOTE]\n> {}\n"),
        ("zola", '{{% quote(author="Ada") %}}\n{}\n{{% end %}}\n'),
        ("jekyll", "{{% if page.hot %}}\n{}\n{{% endif %}}\n"),
        ("jekyll", '<details markdown="1">\n<summary>More</summary>\n\n{}\n\n</details>\n'),
        ("hexo", "{{% blockquote Ada %}}\n{}\n{{% endblockquote %}}\n"),
    ],
)
def test_markdown_in_containers_is_checked(generator: str, container: str) -> None:
    fault = "See (the map)[https://example.org/map]."
    text = "Coffee:\n\n" + container.format(fault)
    lines = text.split("\n")
    reported = findings("a.md", text, generator, RECOMMENDED)
    assert [lines[line - 1].strip("> ") for line, *_ in reported] == [fault]
