"""The facts of each post, and all posts of a site together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from postlint.core.generator import Generator
from postlint.core.text import Span


class Suppression(NamedTuple):
    """A range of lines in which some rules, or all of them, are disabled."""

    rules: frozenset[str] | None
    """None: all rules."""
    first_line: int
    last_line: int
    comment: int
    """The index of the comment among the post's comments."""


class FactLink(NamedTuple):
    """A link or an image of a post."""

    target: str
    """As in the source text."""
    span: Span
    image: bool = False


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What site rules need to know of a post."""

    path: str
    """As in reports."""
    site_path: str
    """Below the site's root."""
    site_root: str
    """The path of the root as in reports: empty, or ending in `/`."""
    generator: str
    """The name of the generator."""
    draft: bool = False
    day: datetime.date | None = None
    """The day from which the generator publishes it, from the front matter or the file name."""
    day_span: Span = field(default=Span(0, 0))
    """The value with the day; the start of the file if the file name has it."""
    expires: datetime.date | None = None
    """The day from which it is no longer published."""
    expires_span: Span = field(default=Span(0, 0))
    files: tuple[FactLink, ...] = ()
    """The files that the front matter names, according to its schema."""
    url: str | None = None
    """The URL of the page on the site, if it is known."""
    url_span: Span = field(default=Span(0, 0))
    """The front matter value that decides the URL; the start of the file if the file name does."""
    aliases: tuple[tuple[str, Span], ...] = ()
    """URLs that redirect to the page."""
    links: tuple[FactLink, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All posts of a run by path, and the world outside them."""

    posts: Mapping[str, PostFacts]
    exists: Callable[[str], bool]
    """Whether there is a file or folder at a path (as in reports), spelled exactly so, including case."""
    generator_of: Callable[[PostFacts], Generator]
    """The generator of a post, with the settings of its site."""
    today: datetime.date = field(default=datetime.date.min)
