"""The settings of Docusaurus: the object that `docusaurus.config.js` or `.ts` exports.

Read in Docusaurus 3.10: server/configValidation.ts, and options.ts of plugin-content-blog.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from postlint.core.front_matter import KeyPath
from postlint.core.generator import Excerpts, Generator, MarkdownDialect, SiteFolder
from postlint.data.document import MISSING, Document
from postlint.generators.docusaurus.detection import SETTINGS_FILES
from postlint.generators.shared.settings import is_true, read_settings, setting, strings
from postlint.generators.shared.source_folders import relocated, with_static_folders

_CLASSIC = ("classic", "@docusaurus/preset-classic")
_BLOG = ("content-blog", "@docusaurus/plugin-content-blog")


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Docusaurus with the folders, the blog and the Markdown options of the site."""
    settings = read_settings(folder, *sorted(SETTINGS_FILES))
    blogs = list(_blogs(settings))
    if len(blogs) == 1 and isinstance(path := settings.get((*blogs[0], "path")), str):
        generator = relocated(generator, "blog", path)
    generator = generator._replace(
        markdown=_markdown(settings, generator.markdown),
        templates=None if _is_common_mark(settings) else generator.templates,
        excerpts=Excerpts() if _has_own_marker(settings, blogs) else generator.excerpts,
    )
    static = strings(setting(settings, "staticDirectories", default=["static"]))
    if static is None:
        return generator._replace(sources=generator.sources._replace(static_folders=None))
    return with_static_folders(generator, *static)


def _blogs(settings: Document) -> Iterator[KeyPath]:
    """The paths of the options of each blog: that of the classic preset, and those of plugins."""
    for key, names, below in (("presets", _CLASSIC, ("blog",)), ("plugins", _BLOG, ())):
        entries = settings.get((key,))
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, list) and len(entry) > 1 and entry[0] in names:
                yield (key, index, 1, *below)


def _has_own_marker(settings: Document, blogs: list[KeyPath]) -> bool:
    """Whether a blog has, or may have, another truncate marker."""
    return any(settings.get((*blog, "truncateMarker")) is not MISSING for blog in blogs)


def _is_common_mark(settings: Document) -> bool:
    """Whether `.md` files are CommonMark, not MDX."""
    return setting(settings, "markdown", "format", default="mdx") in ("detect", "md")


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    if _is_common_mark(settings):
        markdown = markdown._replace(name="CommonMark", indented_code=True)
    keeps_case: Any = setting(settings, "markdown", "anchors", "maintainCase", default=False)
    return markdown if is_true(keeps_case) is False else markdown._replace(heading_ids=None)
