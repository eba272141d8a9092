"""What every post leaves behind, and all posts together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from postlint.core.text import Span


class Suppression(NamedTuple):
    """A range of lines in which some rules (None: all of them) are silent."""

    rules: frozenset[str] | None
    first_line: int
    last_line: int
    comment: int
    """Which of the post's comments did it."""


class FactLink(NamedTuple):
    """A link or image of a post."""

    target: str
    """As written."""
    span: Span
    image: bool = False


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What site rules and the cache need to know of a post."""

    path: str
    """As shown."""
    site_path: str
    """Below the site's root."""
    site_root: str
    """The root's path as shown: empty or ending in `/`."""
    generator: str = "none"
    is_post: bool = False
    title: str | None = None
    date: str | None = None
    draft: bool = False
    day: datetime.date | None = None
    """The day from which the generator publishes it, as it reads it in the front matter or the file's name."""
    day_span: Span = field(default=Span(0, 0))
    """The value that says so; the file's start if its name does."""
    expires: datetime.date | None = None
    """The day from which it is no longer published."""
    expires_span: Span = field(default=Span(0, 0))
    files: tuple[FactLink, ...] = ()
    """What the front matter names where its schema expects a file."""
    tags: tuple[str, ...] = ()
    url: str | None = None
    """Where the page will stand on the site, if that can be told."""
    url_span: Span = field(default=Span(0, 0))
    """The front matter value that decides the address; the file's start if its name does."""
    aliases: tuple[tuple[str, Span], ...] = ()
    """Further URLs that lead to it."""
    links: tuple[FactLink, ...] = ()
    anchors: frozenset[str] = frozenset()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All posts of a run by path, and the world outside them."""

    posts: Mapping[str, PostFacts]
    exists: Callable[[str], bool]
    """Whether a file or folder stands at a path (as shown), spelt exactly so, upper and lower case too."""
    today: datetime.date = field(default=datetime.date.min)
