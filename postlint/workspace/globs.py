"""Patterns in gitignore syntax; the only module that knows pathspec."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence


def globs(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Make a predicate: whether a path matches one of the patterns.

    Paths are relative to the folder that the patterns are relative to; a folder's ends in `/`.
    """
    match = ignore_matcher(patterns)
    return lambda path: bool(match(path))


def ignore_matcher(patterns: Sequence[str]) -> Callable[[str], bool | None]:
    """Make a function that returns whether an ignore file ignores a path; None if no line of it matches.

    As in git, a line that is not a valid pattern has no effect.
    """
    lines = [line for line in patterns if line.strip() and not line.startswith("#")]
    if not lines:
        return lambda _: None
    from pathspec import GitIgnoreSpec  # takes 30 ms, which a tree without patterns is spared

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # `re` warns about nested brackets
        try:
            spec = GitIgnoreSpec.from_lines(lines)
        except (ValueError, re.error):
            spec = GitIgnoreSpec.from_lines(line for line in lines if is_pattern(line))
    return lambda path: spec.check_file(path).include


def is_pattern(text: str) -> bool:
    """Whether a string is a valid pattern."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error):
        return False
    return True
