"""How a post marks the end of its excerpt."""

from __future__ import annotations

from typing import NamedTuple


class ExcerptSeparator(NamedTuple):
    """The marker in the body of a post at which its excerpt ends."""

    spelling: str
    """How it is usually written."""
    pattern: str
    """A regular expression for all spellings that the generator accepts."""


class Excerpts(NamedTuple):
    """What ends the excerpt of a post."""

    separator: ExcerptSeparator | None = None
    """None if there is none, or if each site or post chooses its own."""
    separator_key: str = ""
    """The front matter key with which a post chooses its own separator; empty: it cannot."""
    overridden_by: tuple[str, ...] = ()
    """The front matter keys that make the separator have no effect."""
