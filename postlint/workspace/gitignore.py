"""What git ignores: by `.gitignore` in every folder and `.git/info/exclude` of the repository."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from typing import NamedTuple

from postlint.workspace.globs import ignore_matcher

IgnoreMatcher = Callable[[str], bool | None]


class Ignored(NamedTuple):
    """The ignore files that apply in a folder, the weakest first: each with its folder's path, ending in a slash."""

    files: tuple[tuple[str, IgnoreMatcher], ...] = ()

    def __call__(self, path: str) -> bool:
        """Whether an absolute path (a folder's ends in `/`) is ignored; the nearest file with a match decides."""
        for folder, match in reversed(self.files):
            ignored = match(path[len(folder) :].replace(os.sep, "/"))
            if ignored is not None:
                return ignored
        return False

    def inside(self, folder: str, names: Collection[str]) -> Ignored:
        """The ignore files that apply in a subfolder, whose entries have these names."""
        ignored = self
        if ".git" in names:
            ignored = Ignored(_read(folder, os.path.join(".git", "info", "exclude")))
        return Ignored(ignored.files + _read(folder, ".gitignore")) if ".gitignore" in names else ignored


def _read(folder: str, name: str) -> tuple[tuple[str, IgnoreMatcher], ...]:
    path = os.path.join(folder, name)
    if not os.path.isfile(path):  # reading a pipe may never end
        return ()
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    return ((os.path.join(folder, ""), ignore_matcher(lines)),)


def ignored_above(folder: str) -> Ignored:
    """The ignore files above a folder, up to the repository's root, that apply to its entries.

    There are none for a folder that is itself ignored: the user named it on purpose.
    """
    above = _above(os.path.dirname(folder)) if not os.path.lexists(os.path.join(folder, ".git")) else Ignored()
    return Ignored() if above(folder + "/") else above


def _above(folder: str) -> Ignored:
    """The ignore files that apply in a folder, up to the repository's root."""
    chain = []
    while True:
        chain.append(folder)
        if os.path.lexists(os.path.join(folder, ".git")):
            break
        if os.path.dirname(folder) == folder:
            return Ignored()  # no repository
        folder = os.path.dirname(folder)
    ignored = Ignored()
    for parent in reversed(chain):
        names = {name for name in (".git", ".gitignore") if os.path.lexists(os.path.join(parent, name))}
        ignored = ignored.inside(parent, names)
    return ignored
