"""Which files a generator reads, and what their paths mean. Paths are below the site's root, with `/`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


def _no_problem(_: str) -> str | None:
    return None


class Sources(NamedTuple):
    """The files of a site."""

    static_folders: tuple[str, ...] | None
    """The folders, each empty or ending in `/`, whose files may be published at the root of the site; None: unknown."""
    folders: tuple[str, ...] = ()
    """The folders, each ending in `/`, whose files the generator reads; empty: all."""
    renders: Callable[[str], bool] = _always
    """Whether the generator renders the file at this path, which lies in one of the folders."""
    is_post: Callable[[str], bool] = _never
    """Whether the file at this path is a dated post (not a page, a listing or a partial)."""
    is_partial: Callable[[str], bool] = _never
    """Whether the file is a part of other pages, without front matter."""
    file_name_problem: Callable[[str], str | None] = _no_problem
    """Why the generator ignores or rejects a file with this name, as a message."""
    title_from_file_name: bool = False
    """Whether a post without a `title` gets one from its file name."""
    pages_by_name: bool = False
    """Whether a link may name a page by its file name alone, wherever the page is."""
    link_prefix: str = ""
    """What a link to a source file begins with if its path counts from `link_folder`: Zola's `@/`."""
    link_folder: str = ""
    """Ends in `/`."""

    def reads(self, path: str) -> bool:
        """Whether the file at this path is a part of the site."""
        return self.renders(path) and (not self.folders or path.startswith(self.folders))
