"""How a site's root folder shows which generator builds it. Known before the generator's other facts are loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

SIZE_LIMIT = 1_000_000
"""Code points of a settings file; a larger one is unknown."""

Read = Callable[[str], str]
"""The text of a file below a folder, by its path with `/`; empty if there is no such file.

Of a file above `SIZE_LIMIT` at least one code point more than the limit.
"""


class SiteFolder:
    """A folder that may be the root of a site; each of its files is read and parsed at most once."""

    def __init__(self, names: frozenset[str], read: Read, packages: Iterable[str] = ()) -> None:
        self.names = names
        """The names of its entries."""
        self._read = read
        self._packages = tuple(packages)
        self._texts: dict[str, str] = {}
        self._parsed: dict[str, Any] = {}

    def read(self, path: str) -> str:
        """The text of a file below the folder, by its path with `/`; empty if there is no such file."""
        text = self._texts.get(path)
        if text is None:
            text = self._texts[path] = self._read(path)
        return text

    def parsed(self, path: str, parse: Callable[[str, str], Any]) -> Any:
        """What a function makes of the path and text of a file; it is called at most once for each file."""
        if path not in self._parsed:
            self._parsed[path] = parse(path, self.read(path))
        return self._parsed[path]

    @cached_property
    def package(self) -> str | None:
        """The first dependency in `package.json` that is the npm package of a generator."""
        if "package.json" not in self.names or not self._packages:
            return None
        names = "|".join(map(re.escape, self._packages))
        match = re.search(rf'"({names})"\s*:', self.read("package.json"))
        return match[1] if match else None


class Sign(NamedTuple):
    """Something in a folder that shows that a site of this generator begins there."""

    priority: int
    """The signs of all generators are tried from the lowest number on, and the first that holds decides.

    A sign that other generators' sites may show too comes later, and conventions come last (from 90).
    """
    names: frozenset[str]
    """Entries of the folder; at least one of them must be there."""
    holds: Callable[[SiteFolder], bool] | None = None
    """What else must be true; None if the names are enough."""
    may_be_part: bool = False
    """Whether such a folder may be a part of a site that begins above it."""


class Detection(NamedTuple):
    """What is known of a generator's sites before the generator is known."""

    signs: tuple[Sign, ...] = ()
    """Empty if nothing in a repository shows it: the configuration has to name the generator."""
    packages: tuple[str, ...] = ()
    """The npm packages of the generator."""
    scaffold_folders: frozenset[str] = frozenset()
    """Folders of templates for new posts, which are not posts."""
