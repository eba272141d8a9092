"""Regular expressions of users: time limit, replacements, errors."""

from __future__ import annotations

import pytest

from postlint.helpers import patterns

SLOW = "(a|aa)+(a|aa)+$(?<=b)"


@pytest.fixture
def short_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "TIMEOUT", 0.01)


@pytest.mark.usefixtures("short_time_limit")
def test_slow_search_times_out() -> None:
    text = "a" * 5_000
    with pytest.raises(TimeoutError):
        patterns.search(SLOW, text)
    with pytest.raises(TimeoutError):
        patterns.find_all(SLOW, text)
    assert not patterns.matches(SLOW, text)


def test_matches_in_some_string() -> None:
    assert patterns.matches("^TEA", "milk", "tea time", ignore_case=True)
    assert not patterns.matches("^TEA", "milk", "tea time")
    assert not patterns.matches("a")


def test_anchors_match_at_the_ends_of_lines() -> None:
    assert [(match.start, match.end) for match in patterns.find_all("^a|b$", "a b\na b")] == [
        (0, 1), (2, 3), (4, 5), (6, 7)
    ]  # fmt: skip


def test_replacement_has_the_groups_of_its_match() -> None:
    matches = patterns.find_all(r"(\w+)@", "one@ two@", r"<\1>")
    assert [match.replacement for match in matches] == ["<one>", "<two>"]


def test_invalid_pattern_is_an_error_that_names_the_option() -> None:
    assert patterns.syntax_error("(") != ""
    patterns.check_pattern("a+", "pattern")
    with pytest.raises(ValueError, match='invalid regular expression "\\(" in `pattern`: '):
        patterns.check_pattern("(", "pattern")


@pytest.mark.parametrize("replacement", [r"\2", r"\g<name>"])
def test_replacement_with_an_unknown_group_is_an_error(replacement: str) -> None:
    patterns.check_replacement("(a)", r"\1", "replacement")
    with pytest.raises(ValueError, match=r"`replacement` .* does not fit its pattern"):
        patterns.check_replacement("(a)", replacement, "replacement")
