"""Fences of front matter: which handler finds the block, and where it ends."""

from __future__ import annotations

import pytest

from postlint.generators import get_generator
from postlint.parse.front_matter.fences import find_block, swallowed_text


@pytest.mark.parametrize(
    ("text", "generator", "language", "content", "closed"),
    [
        ("---\na: 1\n---\nText\n", "jekyll", "yaml", "a: 1\n", True),
        ("---\na: 1\n...\nText\n", "jekyll", "yaml", "a: 1\n", True),
        ("---\na: 1\n\nText\n", "jekyll", "yaml", "a: 1", False),
        ("-----\na: 1\n----\n", "jekyll", "yaml", "a: 1\n", True),
        ("+++\na = 1\n+++\n", "zola", "toml", "a = 1\n", True),
        ('{"a": {}}\nText }\n', "hugo", "json", '{"a": {}}', True),
        ('{"a": {\n}\nText }\n', "hugo", "json", '{"a": {\n}', True),
        ("Title: a\n\nText\n", "pelican", "headers", "Title: a\n", True),
        ("<!--\n.. title: a\n-->\n", "nikola", "comment", ".. title: a\n", True),
        ("a: 1\n---\nText\n", "hexo", "yaml", "a: 1\n", True),
        ('"a": 1\n;;;\nText\n', "hexo", "json", '"a": 1\n', True),
    ],
)
def test_block(text: str, generator: str, language: str, content: str, closed: bool) -> None:
    match = find_block(text, 0, get_generator(generator))
    assert match is not None
    handler, block = match
    assert (handler.language, text[slice(*block.content)], block.closed) == (language, content, closed)


@pytest.mark.parametrize(
    ("text", "generator"),
    [("Text\n", "hugo"), ("a: 1\n---\n", "jekyll"), ("Title: a\n", "hugo"), ("{% a %}", "jekyll")],
)
def test_text_is_not_a_block(text: str, generator: str) -> None:
    assert find_block(text, 0, get_generator(generator)) is None


def test_extra_characters_of_fences() -> None:
    text = "-----\na: 1\n----\n"
    (_, block) = find_block(text, 0, get_generator("jekyll")) or pytest.fail("no block")
    assert [text[slice(*extra)] for extra in block.extra] == ["--", "-"]
    (_, hexo) = find_block(text, 0, get_generator("hexo")) or pytest.fail("no block")
    assert hexo.extra == (), "Hexo accepts longer fences"


def test_prose_after_a_block_shows_that_its_closing_fence_is_a_thematic_break() -> None:
    text = "---\na: 1\n\nText of the post.\n\n---\nMore\n"
    (handler, block) = find_block(text, 0, get_generator("jekyll")) or pytest.fail("no block")
    assert handler.runs_into_text(text, block)
    assert text[slice(*handler.cut(text, block).content)] == "a: 1"


@pytest.mark.parametrize(
    ("text", "swallowed"),
    [("a: 1\n\ntext\n---\n", True), ("a: [\n---\n", True), ("Text\n---\n", False), ("a: 1\n", False)],
)
def test_text_above_a_line_of_dashes_is_front_matter_in_hexo(text: str, swallowed: bool) -> None:
    span = swallowed_text(text)
    assert (span is not None) is swallowed
    assert span is None or text[slice(*span)] == "---"
