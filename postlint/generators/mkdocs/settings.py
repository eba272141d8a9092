"""The settings of MkDocs, its successors and Material: `mkdocs.yml` with what it inherits, or `zensical.toml`.

Read in mkdocs/utils/yaml.py, mkdocs/config/defaults.py and zensical/config.py.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from postlint.core.generator import Generator, SiteFolder
from postlint.data.document import UNKNOWN, Document, unreadable
from postlint.generators.mkdocs.detection import SETTINGS_FILES
from postlint.generators.shared.python_markdown_settings import Extensions, read_extensions, with_extensions
from postlint.generators.shared.settings import NO_SETTINGS, first_of, merged, read_settings, setting
from postlint.generators.shared.source_folders import usual_folders, with_folders, with_static_folders

_MOST_PARENTS = 10
# Plugins that look labels up in the whole site; mkdocstrings brings autorefs along.
_LABEL_PLUGINS = frozenset({"autorefs", "mkdocstrings"})
_GROUPS = ("group", "material/group")
_DEEPEST_GROUP = 10
# `pymdownx.slugs.uslugify`, or `slugify` with the option `case: lower`
_USUAL_SLUGS = re.compile(
    r"\bslugify[\"']?:\s*!!python/(?:name:pymdownx\.slugs\.uslugify\b"
    r"|object/apply:pymdownx\.slugs\.slugify\s+(?:\{\s*)?kwds:\s*(?:\{\s*)?case:\s*[\"']?lower\b)"
)
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


def plugins(settings: Document) -> dict[str, Any] | None:
    """The plugins, also those in groups, with their options; None if some are unknown."""
    entries = list(_plugins(settings.get(("plugins",))))
    is_unknown = ("plugins",) in settings.incomplete or any(name is UNKNOWN for name, _ in entries)
    return None if is_unknown else {str(name): options for name, options in entries}


def _plugins(value: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """The names and options of plugins in a list or mapping; UNKNOWN if there may be any others."""
    if isinstance(value, str):
        yield value, {}
    elif isinstance(value, list):
        for item in value if depth <= _DEEPEST_GROUP else ():
            yield from _plugins(item, depth + 1)
    elif isinstance(value, dict):
        for name, options in value.items():
            yield name, options
            if name in _GROUPS:
                yield from _plugins(options.get("plugins") if isinstance(options, dict) else options, depth + 1)
    elif value is UNKNOWN:
        yield UNKNOWN, UNKNOWN


def extensions(settings: Document) -> Extensions:
    """The Markdown extensions, with those in the nested tables of Zensical."""
    extensions = read_extensions(settings, "markdown_extensions")
    options = dict(extensions.options)
    for table in _NESTED_TABLES:
        nested = options.pop(table, None)
        if isinstance(nested, dict):
            options |= {f"{table}.{name}": own if isinstance(own, dict) else {} for name, own in nested.items()}
    return Extensions(options, extensions.complete)


def _with_usual_slugs(extensions: Extensions, text: str) -> Extensions:
    """Without the function for ids, if it is one whose ids are known; it is a tag of Python in YAML."""
    toc = extensions.options.get("toc")
    if not isinstance(toc, dict) or not _USUAL_SLUGS.search(text):
        return extensions
    own = {key: value for key, value in toc.items() if key != "slugify"}
    return extensions._replace(options={**extensions.options, "toc": own})


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions and plugins of the site; a README beside `docs_dir` is for GitHub."""
    path = first_of(folder, SETTINGS_FILES)
    if path is None:
        return with_folders(generator, ["docs"])
    settings, usual = read(folder), generator.markdown
    generator = with_extensions(generator, _with_usual_slugs(extensions(settings), folder.read(path)))
    names = plugins(settings)
    if names is None or not _LABEL_PLUGINS.isdisjoint(names):
        generator = generator._replace(labels=generator.labels._replace(elsewhere=True))
    hooks = settings.get(("hooks",))
    if hooks or hooks is UNKNOWN:  # a hook may read a fence, or a URL, before Markdown does
        markdown = generator.markdown._replace(fence_info_with_spaces=True, bare_urls_link=True)
        generator = generator._replace(markdown=markdown)
    if path.endswith(".toml"):  # the default extensions of Zensical
        markdown = generator.markdown._replace(bare_urls_link=usual.bare_urls_link)
        generator = generator._replace(markdown=markdown)
    docs_dir = setting(settings, "docs_dir", default="docs")
    folders = [docs_dir] if isinstance(docs_dir, str) else usual_folders(folder, "docs")
    return with_static_folders(with_folders(generator, folders), *folders)
