"""markdown-it, driven by us, reads what it reads by itself: the same tokens, for any text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from postlint.core.rule import PostRule
from postlint.manual.examples import read_examples
from postlint.parse.markdown.inlines import PLAIN
from postlint.parse.markdown.parser import NESTING, _add_syntax, _parse
from tests.support.markdown_texts import BLOCKS, TEXTS
from tests.support.rule_examples import REGISTRY, texts

OURS = {"place", "label_end", "stray"}
"""What we note in the tokens' `meta`."""


class Stock(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        return url


def stock(text: str) -> list[Token]:
    parser = Stock("commonmark", {"maxNesting": NESTING, "inline_definitions": True})
    _add_syntax(parser, tables=True, footnotes=True, math=True, definition_lists=True)
    parser.disable("text_join")
    return parser.parse(text)


def facts(token: Token, plain: bool) -> dict[str, Any]:
    found = token.as_dict(children=False)
    meta = {key: value for key, value in token.meta.items() if key not in OURS and key != PLAIN}
    children: Any = [facts(one, False) for one in token.children or []]
    if plain:  # one text, where markdown-it makes tokens of line ends
        children = "".join("\n" if one.type.endswith("break") else one.content for one in token.children or [])
        children = [line.strip() for line in children.split("\n")]
    return {**found, "meta": meta, "children": children}


# Which is code, though the plugin takes it for a definition.
INDENTED_DEFINITION = re.compile(r"^[ >]*(?: {4}|\t)[ \t>]*[:~][ \t]", re.MULTILINE)


def same(text: str) -> None:
    if INDENTED_DEFINITION.search(text):
        return
    tokens, _ = _parse(text)
    plain = [PLAIN in one.meta for one in tokens]
    expected = [facts(*one) for one in zip(stock(text), plain, strict=True)]
    assert [facts(*one) for one in zip(tokens, plain, strict=True)] == expected


@given(TEXTS)
def test_of_texts(text: str) -> None:
    same(text)


@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(["\n", "\n   ", "\n> ", "\n    "]))
def test_of_blocks_that_no_blank_line_parts(blocks: list[str], between: str) -> None:
    same(between.join(blocks))


@given(st.text(alphabet="ab \n\t#>-+=*_`[]()!|:~$^<{}\\1.&;", max_size=80))
def test_of_any_characters(text: str) -> None:
    same(text)


@pytest.mark.parametrize("name", [rule.name for rule in REGISTRY.rules if isinstance(rule, PostRule)])
def test_of_every_rules_examples(name: str) -> None:
    for _, manual in texts(REGISTRY.by_name[name]):
        for example in read_examples(manual):
            same(example.text)
