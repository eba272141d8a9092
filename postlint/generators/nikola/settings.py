"""The settings of Nikola: `conf.py`.

Read in nikola/plugins/compile/markdown/__init__.py and nikola/nikola.py.
"""

from __future__ import annotations

import posixpath
from typing import Any

from postlint.core.generator import Generator, SiteFolder
from postlint.data.document import UNKNOWN, Document
from postlint.generators.shared.python_markdown_settings import Extensions, read_extensions, with_extensions
from postlint.generators.shared.settings import read_settings, setting
from postlint.generators.shared.source_folders import relocated, usual_folders, with_folders, with_static_folders

_DEFAULT_FOLDERS = ("posts", "pages", "stories")


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions of `conf.py`, and with the folders of POSTS, PAGES and FILES_FOLDERS."""
    settings = read_settings(folder, "conf.py")
    generator = with_extensions(generator, _extensions(settings))
    posts, pages = (_folders(setting(settings, key)) for key in ("POSTS", "PAGES"))
    folders = usual_folders(folder, *_DEFAULT_FOLDERS) if posts is None or pages is None else [*posts, *pages]
    if posts and len({*posts}) == 1:
        generator = relocated(generator, "posts", posts[0])
    files = setting(settings, "FILES_FOLDERS", default={})
    copied = [str(name) for name, target in files.items() if target in ("", "/")] if isinstance(files, dict) else []
    return with_static_folders(with_folders(generator, folders or _DEFAULT_FOLDERS), *copied)


def _extensions(settings: Document) -> Extensions:
    """The enabled extensions with their options for all languages of the site."""
    enabled = read_extensions(settings, "MARKDOWN_EXTENSIONS")
    key = "MARKDOWN_EXTENSION_CONFIGS"
    languages = setting(settings, key, default={})
    if languages is UNKNOWN or (key,) in settings.incomplete:
        return Extensions(dict.fromkeys(enabled.options, UNKNOWN), enabled.complete)
    for language in languages if isinstance(languages, dict) else ():
        configured = read_extensions(settings, key, language)
        missing: Any = {} if configured.complete else UNKNOWN
        options = {name: own or configured.options.get(name, missing) for name, own in enabled.options.items()}
        enabled = Extensions(options, enabled.complete)
    return enabled


def _folders(entries: Any) -> list[str] | None:
    """The folders of patterns such as `posts/*.md`, each the first item of an entry; None if some are unknown."""
    if entries is UNKNOWN:
        return None
    folders: list[str] = []
    for entry in entries if isinstance(entries, list) else ():
        pattern = entry[0] if isinstance(entry, list) and entry else entry
        if pattern is UNKNOWN:
            return None
        if isinstance(pattern, str):
            folders.append(posixpath.dirname(pattern) or ".")
    return folders
