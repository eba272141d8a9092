"""The settings of VitePress: the object that a module in `.vitepress` exports.

Read in node/config.ts, resolveUserConfig and resolveConfig (1.6.4).
"""

from __future__ import annotations

import re

from postlint.core.generator import Generator, MarkdownDialect, SiteFolder
from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.generators.shared.settings import read_settings, setting, strings
from postlint.generators.shared.source_folders import folder_prefix, with_folders, with_static_folders
from postlint.generators.vitepress.heading_ids import HEADING_IDS_OF_COPIES
from postlint.generators.vitepress.sources import is_page, matcher

_SUFFIXES = ("js", "ts", "mjs", "mts")
_FILES = tuple(f".vitepress/{stem}.{suffix}" for stem in ("config/index", "config") for suffix in _SUFFIXES)
_SHARED_FILES = tuple(f".vitepress/config/shared.{suffix}" for suffix in _SUFFIXES)
"""What sites in several languages usually split off, as the documentation on i18n does."""
_SLUGIFY = re.compile(r"\bslugify\b")
_COPY_OF_SLUGIFY = re.compile(r"normalize\(\s*['\"]NFKD['\"]\s*\)")
_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """VitePress with the folders, excluded files, heading ids and languages of the site."""
    settings, shared = read_settings(folder, *_FILES), read_settings(folder, *_SHARED_FILES)
    text = "\n".join(map(folder.read, (*_FILES, *_SHARED_FILES)))
    for document in (shared, settings):
        generator = generator._replace(markdown=_markdown(document, generator.markdown))
    text = _COMMENT.sub("", text) if _SLUGIFY.search(text) else ""
    if _SLUGIFY.search(text):
        ids = HEADING_IDS_OF_COPIES if _COPY_OF_SLUGIFY.search(text) else None
        generator = generator._replace(markdown=generator.markdown._replace(heading_ids=ids))
    return _with_sources(generator, settings, shared)


def _with_sources(generator: Generator, settings: Document, shared: Document) -> Generator:
    source = _either(settings, shared, "srcDir", default=".")
    if not isinstance(source, str) or source.startswith(("/", "../")):
        return generator
    prefix = folder_prefix(source)
    excluded = matcher(pattern for document in (settings, shared) for pattern in _excluded(document))
    generator = with_folders(generator, [source])
    generator = generator._replace(
        sources=generator.sources._replace(
            renders=lambda path: is_page(path) and not excluded(path.removeprefix(prefix)),
        )
    )
    public = _either(settings, shared, "vite", "publicDir", default="public")
    if public is UNKNOWN and not isinstance(settings.get(("vite",)), dict):
        public = "public"  # other settings of Vite are much more frequent
    if not isinstance(public, str):
        return generator._replace(sources=generator.sources._replace(static_folders=None))
    return with_static_folders(generator, source, prefix + folder_prefix(public))


def _either(settings: Document, shared: Document, *path: str, default: str) -> object:
    """A setting in either file; UNKNOWN in the first one if it spreads the second."""
    value = setting(settings, *path, default=default)
    return setting(shared, *path, default=value) if value is UNKNOWN else value


def _excluded(settings: Document) -> list[str]:
    return strings(setting(settings, "srcExclude")) or []


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    options = settings.data.get("markdown") if isinstance(settings.data, dict) else None
    if options is UNKNOWN or (isinstance(options, dict) and options.get("anchor") is UNKNOWN):
        markdown = markdown._replace(heading_ids=None)
    if any(settings.get(("markdown", key)) is not MISSING for key in ("languages", "languageAlias")):
        markdown = markdown._replace(languages=None)
    return markdown
