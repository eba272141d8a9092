"""The settings of Hugo: `hugo.toml`, or `config.toml`, in one of three formats, and the files in `config/_default`.

Read in config/allconfig/load.go, config/configLoader.go, markup/goldmark/goldmark_config and docs on configuration.
Themes do not change these settings: `_merge` is `none` for them by default.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Generator, MarkdownDialect, SiteFolder
from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.generators.shared.markdown_dialects import UNKNOWN_PARSER
from postlint.generators.shared.settings import (
    NO_SETTINGS,
    first_of,
    is_true,
    merged,
    read_settings,
    setting,
    strings,
)
from postlint.generators.shared.source_folders import relocated, with_static_folders

_FORMATS = ("toml", "yaml", "yml", "json")
_NAMES = tuple(f"{name}.{suffix}" for name in ("hugo", "config") for suffix in _FORMATS)
# `hugo` builds for production. Each other file there is the table of its name.
_FOLDERS = ("config/_default", "config/production")
_TABLES = ("markup", "module")
_GOLDMARK = ("markup", "goldmark")
_PUBLISHED = ("content", "static", "assets")
_DEEPEST = 100


def read(folder: SiteFolder) -> Document:
    """The settings of a site; all keys are in lower case, because Hugo ignores case."""
    settings = _lowered(read_settings(folder, *_NAMES))
    if "config" in folder.names:
        for settings_folder in _FOLDERS:
            path = first_of(folder, [f"{settings_folder}/{name}" for name in _NAMES])
            if path is not None:
                settings = merged(settings, _lowered(read_settings(folder, path)))
            for table in _TABLES:
                settings = merged(settings, _table(folder, settings_folder, table))
    return settings


def _table(folder: SiteFolder, settings_folder: str, name: str) -> Document:
    path = first_of(folder, [f"{settings_folder}/{name}.{suffix}" for suffix in _FORMATS])
    if path is None:
        return NO_SETTINGS
    document = _lowered(read_settings(folder, path))
    return Document({name: document.data if document.readable else UNKNOWN}, {})


def _lowered(document: Document) -> Document:
    data = _with_lower_keys(document.data, 0)
    return Document(data, {}, error=document.error, readable=document.readable)


def _with_lower_keys(value: Any, depth: int) -> Any:
    if not isinstance(value, dict):
        return value
    if depth > _DEEPEST:
        return UNKNOWN
    return {str(key).lower(): _with_lower_keys(item, depth + 1) for key, item in value.items()}


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Hugo with the settings of the site."""
    settings = read(folder)
    if settings == NO_SETTINGS:
        return generator
    dates = generator.dates._replace(
        skips_future=is_true(setting(settings, "buildfuture", default=False)) is False,
        skips_expired=is_true(setting(settings, "buildexpired", default=False)) is False,
    )
    generator = generator._replace(markdown=_markdown(settings, generator.markdown), dates=dates)
    if is_true(setting(settings, "disablepathtolower", default=False)) is not False:
        generator = generator._replace(urls=generator.urls._replace(page_url=lambda path, data: None))
    content = setting(settings, "contentdir", default="content")
    if isinstance(content, str):
        generator = with_static_folders(relocated(generator, "content", content), content)
    return _with_static(settings, generator)


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    handler = setting(settings, "markup", "defaultmarkdownhandler", default="goldmark")
    if handler not in ("goldmark", ""):
        return UNKNOWN_PARSER
    parser = (*_GOLDMARK, "parser")
    kinds = [setting(settings, *parser, key, default="github") for key in ("autoidtype", "autoheadingidtype")]
    has_ids = is_true(setting(settings, *parser, "autoheadingid", default=True))
    linkify = is_true(setting(settings, *_GOLDMARK, "extensions", "linkify", default=True))
    attributes = is_true(setting(settings, *parser, "attribute", "block", default=False))
    return markdown._replace(
        heading_ids=markdown.heading_ids if has_ids and kinds == ["github", "github"] else None,
        bare_urls_link=linkify is not False,
        attribute_lines=attributes is not False,
    )


def _with_static(settings: Document, generator: Generator) -> Generator:
    """With the folders of static files, which are unknown if mounts put other files somewhere among them."""
    keys = ["staticdir", *(f"staticdir{number}" for number in range(11))]
    values = [settings.get((key,)) for key in keys]
    languages = setting(settings, "languages", default={})
    for language in languages.values() if isinstance(languages, dict) else [languages]:
        values += [language.get(key, MISSING) for key in keys] if isinstance(language, dict) else [language]
    folders = [strings(value) for value in values if value is not MISSING]
    folders += [_mounted(setting(settings, "module", "mounts", default=[]))]
    imports = setting(settings, "module", "imports", default=[])
    for module in imports if isinstance(imports, list) else [imports]:
        mounted = _mounted(module.get("mounts") if isinstance(module, dict) else module)
        folders += [] if mounted == [] else [None]
    if None in folders:
        return generator._replace(sources=generator.sources._replace(static_folders=None))
    names = [name for folder in folders for name in folder or ()]
    themes_folder = setting(settings, "themesdir", default="themes")
    for theme in strings(setting(settings, "theme", default=[])) or []:
        names += [f"{themes_folder}/{theme}/static"] if isinstance(themes_folder, str) else []
    return with_static_folders(generator, *names) if names else generator


def _mounted(mounts: Any) -> list[str] | None:
    """The folders that are mounted as those of content, assets and static files; None if some are unknown."""
    folders: list[str] = []
    for mount in mounts if isinstance(mounts, list) else [mounts]:
        source, target = (mount.get(key) for key in ("source", "target")) if isinstance(mount, dict) else (mount, mount)
        if source is UNKNOWN or target is UNKNOWN:
            return None
        component, _, below = str(target).strip("/").partition("/")
        if isinstance(source, str) and component in _PUBLISHED and below and component != "assets":
            return None  # somewhere below the root
        folders += [source] if isinstance(source, str) and component in _PUBLISHED and not below else []
    return folders
