"""The settings of MkDocs, its successors and Material: `mkdocs.yml` with what it inherits, or `zensical.toml`.

Read in mkdocs/utils/yaml.py, mkdocs/config/defaults.py and zensical/config.py.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from postlint.core.generator import Generator, SiteFolder
from postlint.data.document import UNKNOWN, Document, unreadable
from postlint.generators.mkdocs.detection import SETTINGS_FILES
from postlint.generators.shared.python_markdown_settings import Extensions, read_extensions, with_extensions
from postlint.generators.shared.settings import NO_SETTINGS, first_of, merged, read_settings, setting
from postlint.generators.shared.source_folders import usual_folders, with_folders

_MOST_PARENTS = 10
# Plugins that look labels up in the whole site; mkdocstrings brings autorefs along.
_LABEL_PLUGINS = frozenset({"autorefs", "mkdocstrings"})
_GROUPS = ("group", "material/group")
_DEEPEST_GROUP = 5
_NESTED_TABLES = ("pymdownx", "zensical")


def read(folder: SiteFolder) -> Document:
    """The settings of a site, with those that its file inherits."""
    path = first_of(folder, SETTINGS_FILES)
    if path is None:
        return NO_SETTINGS
    document = read_settings(folder, path)
    if path.endswith(".toml"):
        project = document.data.get("project")  # zensical.toml has one table for all
        return Document(project, {}) if isinstance(project, dict) else document
    return _with_parents(folder, path, document)


def _with_parents(folder: SiteFolder, path: str, document: Document) -> Document:
    """With the file that `INHERIT` names, and the one that this names (yaml.py, yaml_load)."""
    documents = [document]
    while (parent := document.get(("INHERIT",))) or (parent is UNKNOWN and document.readable):
        path = _parent_path(path, parent)
        is_readable = len(documents) <= _MOST_PARENTS and first_of(folder, [path]) is not None
        document = read_settings(folder, path) if is_readable else unreadable()
        documents.append(document)
    result = documents.pop()
    while documents:
        result = merged(result, documents.pop())
    return result


def _parent_path(path: str, parent: Any) -> str:
    """The path of a file that the file at a path inherits; empty if it is unknown."""
    if not isinstance(parent, str) or posixpath.isabs(parent):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))


def plugins(settings: Document) -> frozenset[str] | None:
    """The names of the plugins, also of those in groups; None if some are unknown."""
    names = list(_plugins(settings.get(("plugins",))))
    return None if UNKNOWN in names or ("plugins",) in settings.incomplete else frozenset(names)


def _plugins(value: Any, depth: int = 0) -> Iterator[Any]:
    """The names of plugins in a list or mapping, or UNKNOWN."""
    if isinstance(value, list):
        for item in value:
            yield from _plugins(item if isinstance(item, dict) else {item: None} if item else item, depth)
    elif isinstance(value, dict):
        for name, options in value.items():
            yield name
            if name in _GROUPS and isinstance(options, dict) and depth < _DEEPEST_GROUP:
                yield from _plugins(options.get("plugins"), depth + 1)
    elif value is UNKNOWN:
        yield UNKNOWN


def extensions(settings: Document) -> Extensions:
    """The Markdown extensions, with those in the nested tables of Zensical."""
    extensions = read_extensions(settings, "markdown_extensions")
    options = dict(extensions.options)
    for table in _NESTED_TABLES:
        nested = options.pop(table, None)
        if isinstance(nested, dict):
            options |= {f"{table}.{name}": own if isinstance(own, dict) else {} for name, own in nested.items()}
    return Extensions(options, extensions.complete)


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions and plugins of the site; a README beside `docs_dir` is for GitHub."""
    settings = read(folder)
    generator = with_extensions(generator, extensions(settings))
    names = plugins(settings)
    if names is None or names & _LABEL_PLUGINS:
        generator = generator._replace(labels=generator.labels._replace(elsewhere=True))
    hooks = settings.get(("hooks",))
    if hooks or hooks is UNKNOWN:  # a hook may read a fence before Markdown does
        generator = generator._replace(markdown=generator.markdown._replace(fence_info_with_spaces=True))
    docs_dir = setting(settings, "docs_dir", default="docs")
    return with_folders(generator, [docs_dir] if isinstance(docs_dir, str) else usual_folders(folder, "docs"))
