"""Paths as users see them: relative to the working directory, with `/`."""

from __future__ import annotations

import os
from functools import cache


@cache
def _prefix(working_directory: str) -> str:
    return os.path.join(working_directory, "")


def display_path(path: str) -> str:
    """A path relative to the working directory, or as it is if it is on another drive."""
    here = os.getcwd()
    prefix = _prefix(here)
    if path.startswith(prefix):
        relative = path[len(prefix) :]
    elif not os.path.isabs(path):
        relative = os.path.normpath(path)
    else:
        try:
            relative = os.path.relpath(path, here)
        except ValueError:  # another drive
            relative = path
    return relative.replace(os.sep, "/")


def relative_to(path: str, root: str) -> str:
    """An absolute path relative to a root above it, with `/`; the display path if it is not below the root."""
    prefix = os.path.join(root, "")
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else display_path(path)
