"""Patterns that users write: those that `regex` understands, with a time limit."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

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


class Match(NamedTuple):
    """Where a pattern was found."""

    start: int
    end: int
    replacement: str | None
    """What to write there, with what the pattern's groups hold filled in."""


def find_all(pattern: str, text: str, replacement: str | None = None) -> list[Match]:
    """Every place in a text where a pattern is found; `^` and `$` stand for the ends of lines.

    Raises TimeoutError.

    >>> find_all("colou?r(s?)", "two colors", r"hue\\1")
    [Match(start=4, end=10, replacement='hues')]
    """
    found = _compiled(f"(?m){pattern}").finditer(text, timeout=_SECONDS)
    return [Match(one.start(), one.end(), None if replacement is None else one.expand(replacement)) for one in found]


def check_replacement(pattern: str, replacement: str, option: str) -> None:
    """Raises ValueError, with the option's name, if a replacement names a group that its pattern lacks."""
    import regex

    try:
        regex.sub(f"{pattern}|", replacement, "")
    except (regex.error, IndexError) as error:
        raise ValueError(f"{option} '{replacement}' does not fit its pattern: {error}") from error


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
