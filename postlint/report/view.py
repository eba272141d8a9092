"""What a report looks like: options of the user and properties of the terminal."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What a format may use besides the result; each format ignores what does not concern it."""

    color: bool = False
    width: int = 100
    """Cells per line, for formats that wrap lines."""
    statistics: bool = False
    """Whether to count the findings by rule and by file."""
    quiet: bool = False
    """Only findings (and statistics): no totals, and an empty report if there are no findings."""
    repository_prefix: str = ""
    """The path from the repository's root to the working directory, empty or ending in `/`."""

    def repository_path(self, path: str) -> str:
        """A path relative to the working directory, made relative to the repository's root.

        >>> view = View(repository_prefix="blog/")
        >>> view.repository_path("posts/a.md"), view.repository_path("../x.md"), view.repository_path("../../x.md")
        ('blog/posts/a.md', 'x.md', '../x.md')
        """
        return posixpath.normpath(posixpath.join(self.repository_prefix, path))
