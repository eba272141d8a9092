"""Paths as people see them: relative to the working directory, with `/`."""

from __future__ import annotations

import os
from functools import cache


@cache
def _here(working_directory: str) -> tuple[str, str]:
    return working_directory, os.path.join(working_directory, "")


def shown(path: str) -> str:
    """A path as shown."""
    here, prefix = _here(os.getcwd())
    if path.startswith(prefix):
        found = path[len(prefix) :]
    elif not os.path.isabs(path):
        found = os.path.normpath(path)
    else:
        try:
            found = os.path.relpath(path, here)
        except ValueError:  # another drive
            found = path
    return found.replace(os.sep, "/")


def below(path: str, root: str) -> str:
    """An absolute path as seen from a root above it, else as shown; with `/`."""
    prefix = os.path.join(root, "")
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else shown(path)
