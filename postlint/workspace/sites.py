"""The site that a file belongs to: its root folder, and the generator whose marker files lie there."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from postlint.generators.detect import decide


class SiteRoot(NamedTuple):
    """Where a site begins, by its absolute path, and what builds it."""

    folder: str
    generator: str


class Sites:
    """Asks each folder once."""

    def __init__(self, folders: tuple[str, ...] = ()) -> None:
        self._folders = folders
        self._roots: dict[str, SiteRoot | None] = {}
        self._home = os.path.expanduser("~")

    def of(self, folder: str, generator: str | None, configured: str | None) -> SiteRoot:
        """The site of the files in a folder.

        `generator` is the one that the settings name, if any, and `configured` the folder of their file. Where no
        marker files lie, the site begins there, else at the repository, the working directory or the folder checked.
        """
        found = self._nearest(folder)
        if found is None:
            found = SiteRoot(configured or _repository(folder) or self._above(folder), "none")
        return found if generator is None else SiteRoot(found.folder, generator)

    def _above(self, folder: str) -> str:
        """The working directory, or what was named outside of it."""
        for named in (os.getcwd(), *self._folders):
            if folder == named or folder.startswith(os.path.join(named, "")):
                return named
        return folder

    def _nearest(self, folder: str) -> SiteRoot | None:
        if folder not in self._roots:
            name = self._decide(folder)
            if name is not None:
                self._roots[folder] = self._whole_site(folder) or SiteRoot(folder, name)
            elif self._is_last(folder):
                self._roots[folder] = None
            else:
                self._roots[folder] = self._nearest(os.path.dirname(folder))
        return self._roots[folder]

    def _whole_site(self, folder: str) -> SiteRoot | None:
        """The Jekyll site above a category's folder, which has `_posts` but no configuration of its own."""
        configured = any(os.path.lexists(os.path.join(folder, name)) for name in ("_config.yml", "_config.yaml"))
        if configured or self._is_last(folder) or self._decide(folder) != "jekyll":
            return None
        above = self._nearest(os.path.dirname(folder))
        return above if above and above.generator == "jekyll" else None

    def _decide(self, folder: str) -> str | None:
        def read(name: str) -> str:
            try:
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    return file.read(1_000_000)
            except OSError:
                return ""

        try:
            return decide(frozenset(os.listdir(folder)), read)
        except OSError:
            return None

    def _is_last(self, folder: str) -> bool:
        """Whether nothing above this folder can be the site: a repository, the home folder, the file system's root."""
        return (
            folder == self._home or os.path.dirname(folder) == folder or os.path.lexists(os.path.join(folder, ".git"))
        )


@cache
def _repository(folder: str) -> str | None:
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder
