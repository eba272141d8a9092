"""The settings of a rule over weaker ones."""

from __future__ import annotations

from postlint.core.finding import ERROR, INFO
from postlint.core.settings import RuleSettings


def test_options_are_merged_whatever_their_spelling() -> None:
    weaker = RuleSettings(INFO, options={"line_length": 80, "tables": True})
    stronger = RuleSettings(ERROR, options={"line-length": 100})
    assert stronger.over(weaker) == RuleSettings(ERROR, options={"line-length": 100, "tables": True})


def test_severity_and_off() -> None:
    assert RuleSettings().over(RuleSettings(INFO)).severity is INFO
    assert RuleSettings(off=True).over(RuleSettings(INFO)).off
    assert not RuleSettings().over(RuleSettings(off=True)).off, "a table of its own enables a rule"
