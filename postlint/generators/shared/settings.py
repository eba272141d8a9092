"""Settings files of sites: parsed and never run. What cannot be read is unknown, not the default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from postlint.core.front_matter import KeyPath
from postlint.core.generator import SiteFolder
from postlint.core.generator.detection import SIZE_LIMIT
from postlint.data.document import MISSING, UNKNOWN, Document, unreadable
from postlint.data.read import read_data

NO_SETTINGS: Final = Document({}, {})
"""A site without a settings file: every default holds."""


def first_of(folder: SiteFolder, paths: Iterable[str]) -> str | None:
    """The first of some paths at which there is a file that is not empty."""
    return next((path for path in paths if ("/" in path or path in folder.names) and folder.read(path)), None)


def read_settings(folder: SiteFolder, *paths: str) -> Document:
    """The settings in the first of some files that exists."""
    path = first_of(folder, paths)
    if path is None:
        return NO_SETTINGS
    document: Document = folder.parsed(path, _parse)
    return document


def _parse(path: str, text: str) -> Document:
    document = unreadable() if len(text) > SIZE_LIMIT else read_data(path, text)
    if document.data is None:
        return NO_SETTINGS
    return document if isinstance(document.data, dict) else unreadable()


def merged(base: Document, over: Document) -> Document:
    """The settings of two files: mappings are merged, and the values of the second win.

    >>> document = merged(Document({"a": {"x": 1, "y": 2}, "b": [1]}, {}), Document({"a": {"y": UNKNOWN}, "b": []}, {}))
    >>> document.data
    {'a': {'x': 1, 'y': UNKNOWN}, 'b': []}
    """
    if not over.readable:
        return over
    incomplete = {*base.incomplete, *over.incomplete}
    if not base.readable:
        incomplete.update(_mappings(over.data, ()))
    return Document(_merged(base.data, over.data, (), incomplete), {}, incomplete=frozenset(incomplete))


def _merged(
    base: Mapping[Any, Any], over: Mapping[Any, Any], path: KeyPath, incomplete: set[KeyPath]
) -> dict[Any, Any]:
    data = {**base}
    for key, value in over.items():
        below = base.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            data[key] = _merged(below, value, (*path, key), incomplete)
        else:
            data[key] = value
            if below is UNKNOWN and isinstance(value, dict):
                incomplete.update(_mappings(value, (*path, key)))
    return data


def _mappings(data: Any, path: KeyPath) -> Iterator[KeyPath]:
    """The paths of a mapping and of all mappings in it."""
    if isinstance(data, dict):
        yield path
        for key, value in data.items():
            yield from _mappings(value, (*path, key))


def setting(document: Document, *path: str, default: Any = None) -> Any:
    """The value of a setting, `default` if it is not set, UNKNOWN if it cannot be read.

    >>> setting(Document({"docs": {"path": "text"}}, {}), "docs", "path", default="docs")
    'text'
    """
    value = document.get(path)
    return default if value is MISSING else value


def is_true(value: Any) -> bool | None:
    """Whether the value of a setting is true; None if it is unknown.

    >>> is_true("yes"), is_true(0), is_true(UNKNOWN)
    (True, False, None)
    """
    return None if value is UNKNOWN else bool(value)


def strings(value: Any) -> list[str] | None:
    """The strings in a list, or a single string as a list; None if some are unknown.

    >>> strings("a"), strings(["a", "b", 3]), strings(["a", UNKNOWN]), strings(None)
    (['a'], ['a', 'b'], None, [])
    """
    if isinstance(value, list):
        return None if UNKNOWN in value else [item for item in value if isinstance(item, str)]
    return None if value is UNKNOWN else [value] if isinstance(value, str) else []
