"""What git ignores: `.gitignore` in every folder, `.git/info/exclude` of the repository."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from typing import NamedTuple

from postlint.workspace.globs import verdict

Says = Callable[[str], bool | None]


class Ignored(NamedTuple):
    """The ignore files that hold in a folder, the weakest first: each with its folder's path, ending in a slash."""

    files: tuple[tuple[str, Says], ...] = ()

    def __call__(self, path: str) -> bool:
        """Whether an absolute path (a folder's ends in `/`) is ignored; the nearest file that speaks of it decides."""
        for folder, says in reversed(self.files):
            found = says(path[len(folder) :].replace(os.sep, "/"))
            if found is not None:
                return found
        return False

    def inside(self, folder: str, names: Collection[str]) -> Ignored:
        """What holds in a folder of these entries."""
        found = self
        if ".git" in names:
            found = Ignored(_read(folder, os.path.join(".git", "info", "exclude")))
        return Ignored(found.files + _read(folder, ".gitignore")) if ".gitignore" in names else found


def _read(folder: str, name: str) -> tuple[tuple[str, Says], ...]:
    path = os.path.join(folder, name)
    if not os.path.isfile(path):  # to read a pipe may never end
        return ()
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    return ((os.path.join(folder, ""), verdict(lines)),)


def ignored_above(folder: str) -> Ignored:
    """What holds for the entries of a folder by the files above it, up to the repository's root.

    A folder that is itself ignored was named on purpose: nothing above it counts.
    """
    above = _above(os.path.dirname(folder)) if not os.path.lexists(os.path.join(folder, ".git")) else Ignored()
    return Ignored() if above(folder + "/") else above


def _above(folder: str) -> Ignored:
    chain = []
    while True:
        chain.append(folder)
        if os.path.lexists(os.path.join(folder, ".git")):
            break
        if os.path.dirname(folder) == folder:
            return Ignored()  # no repository
        folder = os.path.dirname(folder)
    found = Ignored()
    for one in reversed(chain):
        found = found.inside(one, {name for name in (".git", ".gitignore") if os.path.lexists(os.path.join(one, name))})
    return found
