"""What happened while checking: what the rules on postlint's own doings are given."""

from __future__ import annotations

from typing import NamedTuple

from postlint.core.post import Comment
from postlint.core.text import Span


class CommentUse(NamedTuple):
    """What became of a comment that switches rules off or on."""

    comment: Comment
    unknown: tuple[int, ...]
    """Which of its names (by index) name no rule."""
    suggestions: tuple[str, ...]
    """For each of those, the nearest rule's name, or nothing."""
    unused: bool
    """Whether it certainly silenced nothing."""


class Failure(NamedTuple):
    """A rule raised an exception."""

    rule: str
    error: str
    """The exception's type and message, one line."""


class Unreadable(NamedTuple):
    """A file, or a part of one, that could not be read."""

    reason: str
    span: Span
