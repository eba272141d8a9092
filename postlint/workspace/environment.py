"""What site rules and reports need to know of the world outside the posts: files, the day, the repository."""

from __future__ import annotations

import os
import posixpath
from datetime import UTC, date, datetime
from functools import cache

from postlint.workspace.paths import display_path


class FileLookup:
    """Whether files exist with exactly this spelling, even if the file system ignores case; lists each folder once."""

    def __init__(self) -> None:
        self._names = cache(_names)

    def exists(self, path: str) -> bool:
        """Whether a file or folder exists at a display path."""
        folder, name = posixpath.split(posixpath.normpath(path))
        if name in ("", ".", ".."):
            return os.path.isdir(path or ".")
        return name in self._names(folder) and (not folder or self.exists(folder))


def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder or "."))
    except OSError:
        return frozenset()


def today() -> date:
    """The current day; or that of `SOURCE_DATE_EPOCH`, which makes builds reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
    except (ValueError, OverflowError, OSError):  # a year that `date` does not support
        return date.today()


def repository_prefix() -> str:
    """The path from the repository's root (in GitHub Actions, the workspace) to the working directory.

    It is empty, or ends in `/`.
    """
    here = os.getcwd()
    root = os.environ.get("GITHUB_WORKSPACE") or here
    folder = here
    while not os.path.lexists(os.path.join(folder, ".git")) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    if os.path.lexists(os.path.join(folder, ".git")) and not os.environ.get("GITHUB_WORKSPACE"):
        root = folder
    inside = os.path.relpath(here, root)
    return "" if inside == "." or inside.startswith("..") else display_path(inside).rstrip("/") + "/"
