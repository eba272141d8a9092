"""The site that a file belongs to: its root folder, and the generator whose marker files lie there."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from postlint.generators.detect import decide, jekyll_theme
from postlint.generators.detect_python import source_folders
from postlint.generators.shared.site_overrides import SiteOverrides, habits


class SiteRoot(NamedTuple):
    """Where a site begins, by its absolute path, and what builds it."""

    folder: str
    generator: str
    sources: tuple[str, ...] = ()
    """The folders below that the generator reads, each ending in `/`; empty: all."""
    theme: str | None = None
    """A theme whose front matter is known, too."""
    habits: SiteOverrides | None = None
    """What the site's settings change."""

    def reads(self, path: str) -> bool:
        """Whether the file at a path below the site's folder is a part of the site, and no README for GitHub."""
        if self.generator == "quarto" and path.rpartition("/")[2].lower().startswith("readme."):
            return False
        return not self.sources or path.startswith(self.sources)


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
        if generator in (None, found.generator):
            return found
        alike = generator.startswith("mkdocs") and found.generator.startswith("mkdocs")
        return SiteRoot(found.folder, generator, habits=found.habits if alike else None)

    def _above(self, folder: str) -> str:
        """The working directory, or what was named outside of it."""
        for named in (os.getcwd(), *self._folders):
            if folder == named or folder.startswith(os.path.join(named, "")):
                return named
        return folder

    def _nearest(self, folder: str) -> SiteRoot | None:
        if folder not in self._roots:
            found = self._decide(folder)
            if found is not None:
                self._roots[folder] = self._whole_site(folder) or found
            elif self._is_last(folder):
                self._roots[folder] = None
            else:
                self._roots[folder] = self._nearest(os.path.dirname(folder))
        return self._roots[folder]

    def _whole_site(self, folder: str) -> SiteRoot | None:
        """The site above a folder that has `_posts`, but no configuration: a category of Jekyll, Hexo's `source`."""
        found = self._decide(folder)
        configured = any(os.path.lexists(os.path.join(folder, name)) for name in ("_config.yml", "_config.yaml"))
        if configured or self._is_last(folder) or found is None or found.generator != "jekyll":
            return None
        above = self._nearest(os.path.dirname(folder))
        if above is None or above.generator == "none":
            return None
        return above if above.reads(os.path.relpath(folder, above.folder).replace(os.sep, "/") + "/") else None

    def _decide(self, folder: str) -> SiteRoot | None:
        def read(name: str) -> str:
            path = os.path.join(folder, name)
            if not os.path.isfile(path):  # to read a pipe may never end
                return ""
            try:
                with open(path, encoding="utf-8", errors="replace") as file:
                    return file.read(1_000_000)
            except OSError:
                return ""

        try:
            names = frozenset(os.listdir(folder))
        except OSError:
            return None
        generator = decide(names, read)
        if generator is None:
            return None
        theme = jekyll_theme(names, read) if generator == "jekyll" else None
        return SiteRoot(folder, generator, source_folders(generator, read), theme, habits(generator, read))

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
