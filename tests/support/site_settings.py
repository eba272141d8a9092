"""Sites that exist only as a mapping of paths to texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from postlint.core.generator import Generator, SiteFolder
from postlint.generators import get_generator
from postlint.generators.detect import site_folder


def folder_of(files: Mapping[str, str]) -> SiteFolder:
    """A folder with files, by their paths."""
    return site_folder(frozenset(path.partition("/")[0] for path in files), lambda path: files.get(path, ""))


def configured(generator: str, **files: str) -> Generator:
    """The generator of a site with these settings files; `__` in a name is a dot, `___` a slash."""
    paths = {name.replace("___", "/").replace("__", "."): text for name, text in files.items()}
    return get_generator(generator).configured(folder_of(paths))


def written(path: str, data: Mapping[str, Any]) -> str:
    """The text of a settings file with some data."""
    if path.endswith(".py"):
        return "".join(f"{key} = {value!r}\n" for key, value in data.items() if key.isidentifier())
    if path.endswith(".toml"):
        return "".join(f"{json.dumps(key)} = {_toml(value)}\n" for key, value in data.items())
    if path.endswith((".js", ".ts", ".mjs")):
        return f"export default {json.dumps(data)}"
    return json.dumps(data)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return '""' if value is None else json.dumps(value)
