"""What can happen during a check: each engine rule handles one type of event."""

from __future__ import annotations

from typing import NamedTuple

from postlint.core.post import Comment
from postlint.core.text import Span


class CommentUse(NamedTuple):
    """What a comment that disables or enables rules had to do with the findings."""

    comment: Comment
    unknown: tuple[int, ...]
    """Which of its names, by index, are not the name of a rule."""
    suggestions: tuple[str, ...]
    """For each of those, the most similar rule name, or an empty string."""
    unused: bool
    """Whether it certainly suppressed nothing."""


class Failure(NamedTuple):
    """An exception that a rule, or postlint itself, raised."""

    rule: str
    """The rule's name; empty if no rule raised it."""
    error: str
    """The exception's type and message, one line."""


class Unreadable(NamedTuple):
    """A file, or a part of one, that could not be read."""

    reason: str
    span: Span
