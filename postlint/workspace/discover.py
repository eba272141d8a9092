"""Paths -> the files to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from postlint.core.settings import Settings
from postlint.workspace.gitignore import ignored_above
from postlint.workspace.globs import globs
from postlint.workspace.paths import below, shown

SUFFIXES = (".md", ".markdown", ".mdx", ".qmd")

LEFT_OUT = frozenset({"node_modules", "archetypes", "scaffolds", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"})
"""Folders of other people's files and of templates; so are those that begin with a dot."""


@dataclass(slots=True)
class Found:
    """What the paths of a run lead to."""

    files: dict[str, None] = field(default_factory=dict)
    """Absolute paths, in the order found."""
    problems: list[str] = field(default_factory=list)
    """Paths that lead nowhere, each a clear line."""
    folders: bool = False
    """Whether a folder was among the paths."""
    left_out: str = ""
    """Which folder among them is left out, and why."""


def discover(paths: Iterable[str], settings_for: Callable[[str], Settings]) -> Found:
    """The files that paths name or hold, by the settings of each folder."""
    found = Found()
    for path in paths:
        if not path:  # a variable that was not set, and not this folder
            found.problems.append("a path is empty: no such file or folder")
            continue
        absolute = os.path.abspath(path)
        if os.path.isdir(absolute):
            found.folders = True
            settings = settings_for(absolute)
            base = _base(absolute, settings, absolute)
            if _excluded(absolute + "/", settings):
                found.left_out = f"{shown(absolute)} is left out by `exclude`"
            elif _left_out(absolute + "/", base, settings):
                found.left_out = f"{shown(absolute)} is left out by its name, unless `include` names it"
            else:
                _walk(absolute, base, settings_for, found)
        elif os.path.lexists(absolute):
            if not leaves_out(absolute, settings_for(os.path.dirname(absolute))):
                found.files[absolute] = None
        else:
            found.problems.append(f"{shown(absolute)}: no such file or folder")
    return found


def leaves_out(path: str, settings: Settings) -> bool:
    """Whether a file is not to be checked although it was named, by its absolute path."""
    folder = os.path.dirname(path)
    return _excluded(path, settings) or _left_out(path, _base(folder, settings, folder), settings)


def _base(path: str, settings: Settings, otherwise: str) -> str:
    """The folder below which names say that something is left out: names above it are not the site's."""
    return next(
        (one for one in (os.getcwd(), settings.root) if path == one or path.startswith(one + os.sep)), otherwise
    )


def _walk(start: str, base: str, settings_for: Callable[[str], Settings], found: Found) -> None:
    pending = [(start, ignored_above(start))]
    while pending:
        folder, above = pending.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            found.problems.append(f"{shown(folder)}: cannot read the folder: {error.strerror}")
            continue
        ignored = above.inside(folder, {entry.name for entry in inside})
        settings = settings_for(folder)
        only_included = _hidden(folder + "/", base)
        for entry in inside:
            if _is_wanted(entry, settings, only_included) and not ignored(entry.path):
                found.files[entry.path] = None
        folders = [one for one in inside if one.is_dir(follow_symlinks=False) and _enters(one.path, base, settings)]
        pending += [(one.path, ignored) for one in reversed(folders) if not ignored(one.path + "/")]


def _is_wanted(entry: os.DirEntry[str], settings: Settings, only_included: bool) -> bool:
    # The name is asked first: a site has far more files of other kinds.
    if not (entry.name.lower().endswith(SUFFIXES) and not only_included) and not _included(entry.path, settings):
        return False
    return entry.is_file(follow_symlinks=False) and not _excluded(entry.path, settings)


def _enters(path: str, base: str, settings: Settings) -> bool:
    return not _excluded(path + "/", settings) and not _left_out(path + "/", base, settings)


def _excluded(path: str, settings: Settings) -> bool:
    return bool(settings.exclude) and _matcher(settings.exclude)(below(path, settings.root))


def _included(path: str, settings: Settings) -> bool:
    return bool(settings.include) and _matcher(settings.include)(below(path, settings.root))


def _left_out(path: str, base: str, settings: Settings) -> bool:
    """Whether a file, or a folder (whose path ends in `/`), lies where we do not look unless told to."""
    if not _hidden(path, base) or _included(path, settings):
        return False
    name = below(path, settings.root)
    return not (path.endswith("/") and any(one.lstrip("/").startswith(name) for one in settings.include))


def _hidden(path: str, base: str) -> bool:
    """Whether one of the folders on the way from base to a path is one that we leave out."""
    folders = path[len(os.path.join(base, "")) :].replace(os.sep, "/").split("/")[:-1]
    return any(one in LEFT_OUT or (one.startswith(".") and one not in (".", "..")) for one in folders)


@cache
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    return globs(patterns)
