"""Characters that a terminal or a log would interpret, or that deceive a reader, are replaced."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.report import sanitize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, naïve, 日本語", "plain, naïve, 日本語"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "\\x9b31m"),
        ("\x7f\x85", "␡\\x85"),
        ("a\nb\r\nc\td", "a␊b␍␊c␉d"),
        ("\u202etxt.exe\u2066x\u2069", "<U+202E>txt.exe<U+2066>x<U+2069>"),
        ("\udc9b", "<U+DC9B>"),
        ("pay\u200bpal \ufeff", "pay<U+200B>pal <U+FEFF>"),
        ("a\u200db", "a<U+200D>b"),
        ("\u200d", "<U+200D>"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u2028b", "a<U+2028>b"),
        ("hidden\U000e0041", "hidden<U+E0041>"),
    ],
)
def test_line(text: str, expected: str) -> None:
    assert sanitize.line(text) == expected


def test_excerpt_keeps_tabs() -> None:
    assert sanitize.excerpt("a\tb\x00") == "a\tb␀"


def test_path_cannot_be_a_workflow_command() -> None:
    assert sanitize.path("posts/::x.md") == "posts/::x.md"
    assert sanitize.path(" ::error::x.md") == "./ ::error::x.md"


def test_diff_keeps_line_endings_only() -> None:
    assert sanitize.diff("-a\r\n+b\x1b\n c\rd\n") == "-a\r\n+b␛\n c␍d\n"


@given(st.text(st.characters(exclude_categories=())))
def test_invisible_characters_are_replaced(text: str) -> None:
    line = sanitize.line(text)
    assert not [char for char in line if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [char for char in line if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI"}]
    assert sanitize.line(line) == line


def test_path_cannot_be_a_workflow_command_in_the_old_syntax() -> None:
    assert sanitize.path("##[error]x.md") == "./##[error]x.md"
