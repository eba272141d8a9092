"""Making files in the working directory, and finding them as `check` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from postlint.workspace.discover import discover
from postlint.workspace.paths import display_path
from postlint.workspace.settings_loader import SettingsLoader

Make = Callable[..., None]
"""Makes files, each from a path or from `path: content`, in which `|` is a line feed."""


def files(*paths: str, **settings: Iterable[str]) -> list[str]:
    """The display paths of the files that are found with some settings, in order."""
    loader = SettingsLoader(isolated=True, adjust=lambda adjusted: replace(adjusted, **settings))  # type: ignore[arg-type]
    return [display_path(path) for path in discover(paths or ["."], loader.for_folder).files]
