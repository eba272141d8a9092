"""Read a file of settings or data in whatever format its name says."""

from __future__ import annotations

from typing import Final

from postlint.core.text import Span
from postlint.data.document import Document, unreadable
from postlint.data.errors import DataStructureError

SIZE_LIMIT: Final = 5_000_000
"""Code points."""

_JAVASCRIPT = (".js", ".mjs", ".cjs", ".ts", ".mts", ".cts")


def read_data(path: str, text: str) -> Document:
    """Read a file: YAML, TOML, JSON (also with comments), Python or JavaScript. Raises nothing.

    The top level of YAML and JSON may be a list. YAML values with the tag of some program are UNKNOWN.

    >>> read_data("mkdocs.yml", "nav: [a.md]\\nplugins: !ENV [X, y]").data
    {'nav': ['a.md'], 'plugins': UNKNOWN}
    >>> read_data("pelicanconf.py", "A = 1").data, read_data("x.config.mjs", "export default {a: 1}").data
    ({'A': 1}, {'a': 1})
    """
    if len(text) > SIZE_LIMIT:
        message = f"file has {len(text):,} characters, at most {SIZE_LIMIT:,} are read"
        return unreadable(DataStructureError(message, Span(0, 0)))
    name = path.lower()
    if name.endswith((".yml", ".yaml")):
        from postlint.data.yaml import read_yaml

        return read_yaml(text, root="any", tags="unknown")
    if name.endswith(".toml"):
        from postlint.data.toml import read_toml

        return read_toml(text)
    if name.endswith((".json", ".jsonc", ".webmanifest")):
        from postlint.data.jsonc import read_jsonc

        return read_jsonc(text)
    if name.endswith(".py"):
        from postlint.data.python.read import read_python

        return read_python(text)
    if name.endswith(_JAVASCRIPT):
        from postlint.data.javascript.read import read_javascript

        return read_javascript(text)
    return unreadable(DataStructureError("unknown file format", Span(0, 0)))
