"""Helpers for lines of code."""

from __future__ import annotations

import pytest

from postlint.code.python.lines import code_lines, dedented, ends_header, first_code, indent_of, is_filler, text_of


@pytest.mark.parametrize(("line", "indent"), [("x", 0), ("    x", 4), ("\tx", 8), ("  \tx", 8), ("", 0)])
def test_indentation(line: str, indent: int) -> None:
    assert indent_of(line) == indent


@pytest.mark.parametrize(
    ("line", "expected"),
    [("", True), ("  # words", True), ("  ...", True), ("…", True), ("... x", False), ("x", False)],
)
def test_filler(line: str, expected: bool) -> None:
    assert is_filler(line) is expected


@pytest.mark.parametrize(("line", "expected"), [("if x:", True), ("if x:  # words", True), ("x = {1: 2}", False)])
def test_header_end(line: str, expected: bool) -> None:
    assert ends_header(line) is expected


def test_lines_with_code() -> None:
    lines = ["", "# words", "  x = 1", "#", "y = 2"]
    assert code_lines(lines) == [2, 4]
    assert first_code(lines) == "  x = 1"
    assert first_code(lines[:2]) == ""


def test_common_indentation_is_removed() -> None:
    assert dedented(["    a", "      b", "", "# words"]) == ["a", "  b", "", "# words"]
    assert dedented(["\ta", "        b"]) == ["a", "b"]
    assert dedented(["a", "    b"]) == ["a", "    b"]


def test_text_ends_in_a_line_feed() -> None:
    assert text_of(["a", "b"]) == "a\nb\n"
