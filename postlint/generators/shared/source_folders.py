"""The folders that a site's settings name as its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from postlint.core.generator import Generator, SiteFolder


def folder_prefix(folder: str) -> str:
    """What the paths of the files in a folder begin with.

    >>> folder_prefix("./text/"), folder_prefix(".")
    ('text/', '')
    """
    path = folder.removeprefix("./").strip("/")
    return "" if path in ("", ".") else f"{path}/"


def with_folders(generator: Generator, folders: Iterable[str]) -> Generator:
    """The generator of a site that is read from these folders; `.` is the whole site."""
    paths = [folder_prefix(folder) for folder in folders]
    sources = () if "" in paths else tuple(dict.fromkeys(paths))
    return generator._replace(sources=generator.sources._replace(folders=sources))


def usual_folders(folder: SiteFolder, *usual: str) -> list[str]:
    """The folders of a site whose settings do not tell them: the usual ones that it has; else the whole site."""
    return [name for name in usual if name in folder.names] or ["."]


def with_static_folders(generator: Generator, *folders: str) -> Generator:
    """The generator of a site that also publishes the files in these folders at its root."""
    static = generator.sources.static_folders
    if static is None:
        return generator
    added = [path for path in dict.fromkeys(map(folder_prefix, folders)) if path not in static]
    return generator._replace(sources=generator.sources._replace(static_folders=(*added, *static)))


def relocated(generator: Generator, usual: str, actual: str) -> Generator:
    """The generator of a site that keeps in one folder what is usually in another."""
    old, new = folder_prefix(usual), folder_prefix(actual)
    if old == new:
        return generator

    def as_usual(function: Callable[..., Any] | None) -> Any:
        if function is None:
            return None
        return lambda path, *rest: function(old + path[len(new) :] if path.startswith(new) else path, *rest)

    sources, front_matter, dates, urls = generator.sources, generator.front_matter, generator.dates, generator.urls
    return generator._replace(
        sources=sources._replace(
            is_post=as_usual(sources.is_post),
            is_partial=as_usual(sources.is_partial),
            file_name_problem=as_usual(sources.file_name_problem),
        ),
        front_matter=front_matter._replace(
            schemas_at=as_usual(front_matter.schemas_at),
            is_required=as_usual(front_matter.is_required),
            invalid_start=as_usual(front_matter.invalid_start),
            is_draft=as_usual(front_matter.is_draft),
            published_draft=as_usual(front_matter.published_draft),
        ),
        dates=dates._replace(used_for=as_usual(dates.used_for), from_file_name=as_usual(dates.from_file_name)),
        urls=urls._replace(page_url=as_usual(urls.page_url)),
    )
