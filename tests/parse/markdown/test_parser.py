"""Which syntax is read, and rendering for comparison."""

from __future__ import annotations

import pytest

from postlint.generators import get_generator
from postlint.parse import render_html
from postlint.parse.markdown.parser import Syntax, syntax_in
from tests.support.posts import read

NONE = Syntax(False, False, False, False, False, True)


@pytest.mark.parametrize(
    ("text", "generator", "syntax"),
    [
        ("text", "none", NONE),
        ("a | b", "none", NONE._replace(tables=True)),
        ("a[^b]", "none", NONE._replace(footnotes=True)),
        ("$5", "none", NONE._replace(math=True)),
        ("a\n: b", "none", NONE._replace(definition_lists=True)),
        ("!!! note\n", "mkdocs", NONE._replace(indented_blocks=True)),
        ("!!! note\n", "jekyll", NONE),
    ],
)
def test_only_syntax_that_may_occur_is_read(text: str, generator: str, syntax: Syntax) -> None:
    assert syntax_in(text, get_generator(generator).markdown) == syntax


def test_mdx_has_no_indented_code() -> None:
    text = "a\n\n    b\n"
    assert [len(read(text, path=path).code_blocks) for path in ("a.md", "a.mdx")] == [1, 0]
    assert not syntax_in(text, get_generator("none").markdown, mdx=True).indented_code


def test_front_matter_is_not_rendered() -> None:
    assert render_html(read("---\ntitle: Tea\n---\n\n# Tea\n")).strip() == "<h1>Tea</h1>"


def test_indented_code_does_not_follow_a_definition_directly() -> None:
    assert read("[a]: b.md\n    text\n").code_blocks == ()
    assert len(read("[a]: b.md\n\n    code\n").code_blocks) == 1


def test_urls_stay_as_written() -> None:
    (link,) = read("[a](ü%20b.md)\n").links
    assert link.target == "ü%20b.md"
