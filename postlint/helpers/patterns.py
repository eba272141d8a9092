"""Regular expressions that users write in configurations and schemas, with a time limit.

They are in the syntax of the library `regex`, which can stop a search that takes too long; `re` cannot.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from postlint.core.messages import quoted

TIMEOUT = 0.2
"""Seconds for one search."""


def search(pattern: str, text: str) -> bool:
    """Whether a pattern matches somewhere in a string. Raises TimeoutError.

    >>> search("^a+$", "aaa"), search("b", "aaa")
    (True, False)
    """
    return _compiled(pattern).search(text, timeout=TIMEOUT) is not None


def matches(pattern: str, *texts: str, ignore_case: bool = False) -> bool:
    """Whether a pattern matches somewhere in one of some strings; False as soon as a search takes too long.

    >>> matches("^a+$", "b", "aaa"), matches("(a|a)*c", "a" * 5_000)
    (True, False)
    """
    compiled = _compiled(pattern, ignore_case)
    try:
        return any(compiled.search(text, timeout=TIMEOUT) for text in texts)
    except TimeoutError:
        return False


class Match(NamedTuple):
    """One match of a pattern, as offsets in the string."""

    start: int
    end: int
    replacement: str | None
    """The replacement for this match, with the pattern's groups filled in."""


def find_all(pattern: str, text: str, replacement: str | None = None) -> list[Match]:
    """Every match of a pattern in a string; `^` and `$` match at the ends of lines. Raises TimeoutError.

    >>> find_all("colou?r(s?)", "two colors", r"hue\\1")
    [Match(start=4, end=10, replacement='hues')]
    """
    return [
        Match(match.start(), match.end(), None if replacement is None else match.expand(replacement))
        for match in _compiled(f"(?m){pattern}").finditer(text, timeout=TIMEOUT)
    ]


def syntax_error(pattern: str) -> str:
    """Why a pattern is not a valid regular expression; empty if it is valid.

    >>> syntax_error("a|b"), bool(syntax_error("("))
    ('', True)
    """
    import regex

    try:
        _compiled(pattern)
    except regex.error as error:
        return str(error)
    return ""


def check_replacement(pattern: str, replacement: str, option: str) -> None:
    """Raise ValueError, with the option's name, if a replacement names a group that its pattern does not have."""
    import regex

    try:
        regex.sub(f"{pattern}|", replacement, "")
    except (regex.error, IndexError) as error:
        raise ValueError(f"`{option}` {quoted(replacement)} does not fit its pattern: {error}") from error


def check_pattern(pattern: str, option: str) -> None:
    """Raise ValueError, with the option's name, if a pattern is not a valid regular expression."""
    if error := syntax_error(pattern):
        raise ValueError(f"invalid regular expression {quoted(pattern)} in `{option}`: {error}")


@cache
def _compiled(pattern: str, ignore_case: bool = False) -> Any:
    import regex  # imported only in runs that have such patterns

    return regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
