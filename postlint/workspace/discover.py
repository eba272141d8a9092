"""Paths -> the files to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from postlint.core.settings import Settings
from postlint.generators.detect import scaffold_folders
from postlint.workspace.gitignore import ignored_above
from postlint.workspace.globs import globs
from postlint.workspace.paths import display_path, relative_to

SUFFIXES = (".md", ".markdown", ".mdx", ".qmd")

_SKIPPED_FOLDERS = frozenset({"node_modules", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"})
"""Folders of other people's files and of templates. Scaffolds and folders that begin with a dot are skipped too."""


@dataclass(slots=True)
class Discovered:
    """The files that the paths of a run lead to."""

    files: dict[str, None] = field(default_factory=dict)
    """Absolute paths, in order."""
    problems: list[str] = field(default_factory=list)
    """A message for each path that leads nowhere."""
    folders: bool = False
    """Whether a folder was among the paths."""
    skipped: str = ""
    """Which folder among them is skipped, and why."""


def discover(paths: Iterable[str], settings_for: Callable[[str], Settings]) -> Discovered:
    """The files that the paths name or contain, by the settings of each folder."""
    discovered = Discovered()
    for path in paths:
        if not path:  # a variable that was not set; it does not mean this folder
            discovered.problems.append("a path is empty: no such file or folder")
            continue
        absolute = os.path.abspath(path)
        if os.path.isdir(absolute):
            discovered.folders = True
            settings = settings_for(absolute)
            base = _base(absolute, settings, absolute)
            if _excluded(absolute + "/", settings):
                discovered.skipped = f"{display_path(absolute)} is excluded by `exclude`"
            elif _skipped(absolute + "/", base, settings):
                discovered.skipped = f"{display_path(absolute)} is skipped by default; add it to `include`"
            else:
                _walk(absolute, base, settings_for, discovered)
        elif os.path.lexists(absolute):
            if not is_skipped(absolute, settings_for(os.path.dirname(absolute))):
                discovered.files[absolute] = None
        else:
            discovered.problems.append(f"{display_path(absolute)}: no such file or folder")
    return discovered


def is_skipped(path: str, settings: Settings) -> bool:
    """Whether a file, by its absolute path, is not checked even though it was named."""
    folder = os.path.dirname(path)
    return _excluded(path, settings) or _skipped(path, _base(folder, settings, folder), settings)


def _base(path: str, settings: Settings, default: str) -> str:
    """The folder below which a folder's name can cause it to be skipped: names above it are not the site's."""
    return next(
        (folder for folder in (os.getcwd(), settings.root) if path == folder or path.startswith(folder + os.sep)),
        default,
    )


def _walk(start: str, base: str, settings_for: Callable[[str], Settings], discovered: Discovered) -> None:
    pending = [(start, ignored_above(start))]
    while pending:
        folder, above = pending.pop()
        try:
            with os.scandir(folder) as iterator:
                entries = sorted(iterator, key=lambda entry: entry.name)
        except OSError as error:
            discovered.problems.append(f"{display_path(folder)}: cannot read the folder: {error.strerror}")
            continue
        ignored = above.inside(folder, {entry.name for entry in entries})
        settings = settings_for(folder)
        only_included = _in_skipped_folder(folder + "/", base)
        for entry in entries:
            if _is_checked(entry, settings, only_included) and not ignored(entry.path):
                discovered.files[entry.path] = None
        folders = [
            entry.path
            for entry in entries
            if entry.is_dir(follow_symlinks=False) and _is_entered(entry.path, base, settings)
        ]
        pending += [(path, ignored) for path in reversed(folders) if not ignored(path + "/")]


def _is_checked(entry: os.DirEntry[str], settings: Settings, only_included: bool) -> bool:
    # The name comes first: a site has far more files of other types.
    if not (entry.name.lower().endswith(SUFFIXES) and not only_included) and not _included(entry.path, settings):
        return False
    return entry.is_file(follow_symlinks=False) and not _excluded(entry.path, settings)


def _is_entered(path: str, base: str, settings: Settings) -> bool:
    return not _excluded(path + "/", settings) and not _skipped(path + "/", base, settings)


def _excluded(path: str, settings: Settings) -> bool:
    return bool(settings.exclude) and _matcher(settings.exclude)(relative_to(path, settings.root))


def _included(path: str, settings: Settings) -> bool:
    return bool(settings.include) and _matcher(settings.include)(relative_to(path, settings.root))


def _skipped(path: str, base: str, settings: Settings) -> bool:
    """Whether a file, or a folder (whose path ends in `/`), is skipped by default and not included."""
    if not _in_skipped_folder(path, base) or _included(path, settings):
        return False
    name = relative_to(path, settings.root)
    return not (path.endswith("/") and any(pattern.lstrip("/").startswith(name) for pattern in settings.include))


def _in_skipped_folder(path: str, base: str) -> bool:
    """Whether one of the folders on the way from `base` to a path is skipped by its name."""
    folders = path[len(os.path.join(base, "")) :].replace(os.sep, "/").split("/")[:-1]
    return any(
        folder in _SKIPPED_FOLDERS
        or (folder.startswith(".") and folder not in (".", ".."))
        or folder in scaffold_folders()
        for folder in folders
    )


@cache
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    return globs(patterns)
