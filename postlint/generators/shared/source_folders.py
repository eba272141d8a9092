"""The folders that a site's settings name as its sources."""

from __future__ import annotations

from collections.abc import Iterable

from postlint.core.generator import Generator


def with_folders(generator: Generator, folders: Iterable[str]) -> Generator:
    """The generator of a site that is read from these folders; `.` is the whole site."""
    paths = [folder.removeprefix("./").strip("/") for folder in folders]
    sources = () if "" in paths or "." in paths else tuple(f"{path}/" for path in dict.fromkeys(paths))
    return generator._replace(sources=generator.sources._replace(folders=sources))
