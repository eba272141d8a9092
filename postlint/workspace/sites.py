"""The site that a file belongs to: its root folder, and the generator that builds it, with the site's settings."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from postlint.core.generator import Generator, SiteFolder
from postlint.core.generator.detection import SIZE_LIMIT
from postlint.generators import PLAIN_MARKDOWN, get_generator
from postlint.generators.detect import detect, site_folder


class SiteRoot(NamedTuple):
    """The root folder of a site, as an absolute path, and what builds the site."""

    folder: str
    generator: Generator
    """With the settings of the site."""

    def generator_for(self, path: str) -> Generator:
        """The generator that renders the file at a path below the folder; plain Markdown if the site does not read it.

        GitHub shows such a file: a README, or what is beside the folder of sources.
        """
        return self.generator if self.generator.sources.reads(path) else get_generator(PLAIN_MARKDOWN)


class Sites:
    """The sites of a run; each folder is examined once."""

    def __init__(self, folders: tuple[str, ...] = ()) -> None:
        self._folders = folders
        self._roots: dict[str, SiteRoot | None] = {}
        self._overridden: dict[tuple[str, str], SiteRoot] = {}
        self._home = os.path.expanduser("~")

    def of(self, folder: str, generator: str | None, configured: str | None) -> SiteRoot:
        """The site of the files in a folder.

        `generator` is the name in the settings, if any, and `configured` the folder of the settings file. Without signs
        of a generator, the site begins there, or at the repository, the working directory or the checked folder.
        """
        site = self._nearest(folder)
        if site is None:
            root = configured or _repository(folder) or self._above(folder)
            site = SiteRoot(root, get_generator(PLAIN_MARKDOWN))
        if generator in (None, site.generator.name):
            return site
        key = (site.folder, generator)
        if key not in self._overridden:
            self._overridden[key] = SiteRoot(site.folder, _named(generator, site))
        return self._overridden[key]

    def _above(self, folder: str) -> str:
        """The working directory, or the folder outside of it that was named."""
        for named in (os.getcwd(), *self._folders):
            if folder == named or folder.startswith(os.path.join(named, "")):
                return named
        return folder

    def _nearest(self, folder: str) -> SiteRoot | None:
        if folder not in self._roots:
            self._roots[folder] = self._find(folder)
        return self._roots[folder]

    def _find(self, folder: str) -> SiteRoot | None:
        entries = _entries(folder)
        detected = detect(entries) if entries else None
        if entries is None or detected is None:
            return None if self._is_last(folder) else self._nearest(os.path.dirname(folder))
        if detected.may_be_part and (site := self._whole_site(folder)):
            return site
        return SiteRoot(folder, get_generator(detected.generator).configured(entries))

    def _whole_site(self, folder: str) -> SiteRoot | None:
        """The site above a folder that may be a part of it."""
        if self._is_last(folder):
            return None
        site = self._nearest(os.path.dirname(folder))
        if site is None or not site.generator.is_known:
            return None
        path = os.path.relpath(folder, site.folder).replace(os.sep, "/") + "/"
        return site if site.generator.sources.reads(path) else None

    def _is_last(self, folder: str) -> bool:
        """Whether no folder above can be the site: this is a repository, the home folder or the root of the disk."""
        return (
            folder == self._home or os.path.dirname(folder) == folder or os.path.lexists(os.path.join(folder, ".git"))
        )


def _named(name: str, site: SiteRoot) -> Generator:
    """The generator that the settings name for a site that was detected as another one's.

    It then renders every file. The site's settings count only if the two generators share them.
    """
    generator = get_generator(name)
    entries = _entries(site.folder) if site.generator.name in generator.shares_settings_with else None
    if entries is None:
        return generator
    configured = generator.configured(entries)
    sources = configured.sources._replace(folders=(), renders=generator.sources.renders)
    return configured._replace(sources=sources)


def _entries(folder: str) -> SiteFolder | None:
    """A folder on disk; None if it cannot be listed."""

    def read(name: str) -> str:
        path = os.path.join(folder, name)
        if not os.path.isfile(path):  # reading a pipe may never end
            return ""
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                return file.read(SIZE_LIMIT + 1)  # so that a larger file is seen to be one
        except OSError:
            return ""

    try:
        return site_folder(frozenset(os.listdir(folder)), read)
    except OSError:
        return None


@cache
def _repository(folder: str) -> str | None:
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder
