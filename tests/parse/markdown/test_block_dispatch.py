"""The parser with dispatched rules gives the same tokens as markdown-it with its own rules, for any text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from postlint.core.generator import MarkdownDialect
from postlint.core.rule import PostRule
from postlint.manual.examples import read_examples
from postlint.parse.markdown.inline_dispatch import LABEL_END, PLAIN, SPAN, STRAY, UNDEFINED
from postlint.parse.markdown.parser import NESTING_LIMIT, Syntax, add_syntax, parse_tokens, syntax_in
from tests.support.markdown_texts import BLOCKS, TEXTS
from tests.support.rule_examples import REGISTRY, texts

RECORDED = {PLAIN, SPAN, LABEL_END, STRAY, UNDEFINED}
"""The keys that postlint adds to `meta` of tokens."""


class StockParser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        return url


def stock_tokens(text: str) -> list[Token]:
    parser = StockParser("commonmark", {"maxNesting": NESTING_LIMIT, "inline_definitions": True})
    add_syntax(parser, Syntax())
    parser.disable("text_join")
    return parser.parse(text)


def as_dict(token: Token, plain: bool) -> dict[str, Any]:
    meta = {key: value for key, value in token.meta.items() if key not in RECORDED}
    children: Any = [as_dict(child, False) for child in token.children or []]
    if plain:  # one text, where markdown-it has separate tokens for line breaks
        children = "".join("\n" if child.type.endswith("break") else child.content for child in token.children or [])
        children = [line.strip() for line in children.split("\n")]
    return {**token.as_dict(children=False), "meta": meta, "children": children}


# This is code, although the plugin takes it for a definition.
INDENTED_DEFINITION = re.compile(r"^[ >]*(?: {4}|\t)[ \t>]*[:~][ \t]", re.MULTILINE)


def assert_same_tokens(text: str) -> None:
    if INDENTED_DEFINITION.search(text):
        return
    tokens = parse_tokens(text, syntax_in(text, MarkdownDialect()))
    plain = [PLAIN in token.meta for token in tokens]
    expected = [as_dict(*pair) for pair in zip(stock_tokens(text), plain, strict=True)]
    assert [as_dict(*pair) for pair in zip(tokens, plain, strict=True)] == expected


@given(TEXTS)
def test_texts(text: str) -> None:
    assert_same_tokens(text)


@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(["\n", "\n   ", "\n> ", "\n    "]))
def test_blocks_without_blank_lines_between(blocks: list[str], between: str) -> None:
    assert_same_tokens(between.join(blocks))


@given(st.text(alphabet="ab \n\t#>-+=*_`[]()!|:~$^<{}\\1.&;", max_size=80))
def test_any_characters(text: str) -> None:
    assert_same_tokens(text)


@pytest.mark.parametrize("name", [rule.name for rule in REGISTRY.rules if isinstance(rule, PostRule)])
def test_examples_of_all_rules(name: str) -> None:
    for _, manual in texts(REGISTRY.by_name[name]):
        for example in read_examples(manual):
            assert_same_tokens(example.text)
