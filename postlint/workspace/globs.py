"""Patterns in gitignore's syntax; the only module that knows pathspec."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def globs(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a path, relative to where the patterns count from, matches one of them; a folder's ends in `/`."""
    says = verdict(patterns)
    return lambda path: bool(says(path))


def verdict(patterns: Sequence[str]) -> Callable[[str], bool | None]:
    """What an ignore file says of a path: ignored, not ignored, or nothing (None)."""
    if not any(line.strip() and not line.startswith("#") for line in patterns):
        return lambda _: None
    from pathspec import GitIgnoreSpec  # 30 ms that a tree without patterns does not pay

    spec = GitIgnoreSpec.from_lines(patterns)
    return lambda path: spec.check_file(path).include
