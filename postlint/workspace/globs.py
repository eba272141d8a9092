"""Patterns in gitignore's syntax; the only module that knows pathspec."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence


def globs(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a path, relative to where the patterns count from, matches one of them; a folder's ends in `/`."""
    says = verdict(patterns)
    return lambda path: bool(says(path))


def verdict(patterns: Sequence[str]) -> Callable[[str], bool | None]:
    """What an ignore file says of a path: ignored, not ignored, or nothing (None).

    As in git, a line that is no pattern says nothing.
    """
    lines = [line for line in patterns if line.strip() and not line.startswith("#")]
    if not lines:
        return lambda _: None
    from pathspec import GitIgnoreSpec  # 30 ms that a tree without patterns does not pay

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of `re`, about brackets in brackets
        try:
            spec = GitIgnoreSpec.from_lines(lines)
        except (ValueError, re.error):
            spec = GitIgnoreSpec.from_lines(line for line in lines if is_pattern(line))
    return lambda path: spec.check_file(path).include


def is_pattern(text: str) -> bool:
    """Whether a text is a pattern."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error):
        return False
    return True
