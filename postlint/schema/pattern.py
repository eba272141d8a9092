"""Patterns that users write: those that `regex` understands, with a time limit."""

from __future__ import annotations

from functools import cache
from typing import Any

_SECONDS = 0.2


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text; not, where looking takes too long.

    >>> matches("^a+$", "aaa"), matches("(a|a)*c", "a" * 5_000)
    (True, False)
    """
    try:
        return _compiled(pattern).search(text, timeout=_SECONDS) is not None
    except TimeoutError:
        return False


def check_pattern(pattern: str, option: str) -> None:
    """Raises ValueError, with the option's name, if a pattern is none."""
    import regex

    try:
        _compiled(pattern)
    except regex.error as error:
        raise ValueError(f"{option} '{pattern}' is no pattern: {error}") from error


@cache
def _compiled(pattern: str) -> Any:
    import regex  # costs what a run without such patterns need not pay

    return regex.compile(pattern)
