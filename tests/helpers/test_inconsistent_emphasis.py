"""Emphasis with other delimiters than the first, or than the configured ones."""

from __future__ import annotations

from typing import Literal

import pytest

from postlint.core.text import apply_edits
from postlint.helpers.inconsistent_emphasis import inconsistent_delimiters
from tests.support.posts import read

Style = Literal["consistent", "asterisk", "underscore"]


@pytest.mark.parametrize(
    ("text", "style", "fixed"),
    [
        ("*a* _b_ *c*", "consistent", "*a* *b* *c*"),
        ("_a_ *b*", "consistent", "_a_ _b_"),
        ("*a* _b_", "underscore", "_a_ _b_"),
        ("_a_", "asterisk", "*a*"),
        ("un*frigging*believable", "underscore", None),
        ("_a\nb_", "asterisk", "*a\nb*"),
    ],
)
def test_fix_replaces_both_delimiters(text: str, style: Style, fixed: str | None) -> None:
    findings = list(inconsistent_delimiters(read(text), "emphasis", style))
    edits = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    assert (apply_edits(text, edits) if findings else None) == fixed


def test_each_delimiter_of_emphasis_over_lines_is_reported() -> None:
    post = read("_a\nb_")
    assert [post.source[finding.span] for finding in inconsistent_delimiters(post, "emphasis", "asterisk")] == ["_"] * 2


def test_ambiguous_fix_is_not_offered() -> None:
    for text, style in (("_a*b_", "asterisk"), ("*a*é", "underscore")):
        assert [finding.fix for finding in inconsistent_delimiters(read(text), "emphasis", style)] == [None]  # type: ignore[arg-type]


def test_kinds_are_separate() -> None:
    (finding,) = inconsistent_delimiters(read("*a* __b__"), "strong", "asterisk")
    assert finding.message == "emphasis delimiter `__`, expected `**`"
