"""The settings of Zola: `zola.toml`, which was `config.toml`.

Read in components/config/src/config (mod.rs, markup.rs, slugify.rs) and components/site/src/lib.rs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.core.generator import Generator, MarkdownDialect, SiteFolder
from postlint.core.generator.markdown import HeadingIds
from postlint.data.document import MISSING, Document
from postlint.generators.shared.settings import is_true, read_settings, setting
from postlint.generators.shared.source_folders import with_folders, with_static_folders

SETTINGS_FILES = ("zola.toml", "config.toml")
_EMOJI = re.compile(r":[\w+-]+:")
_SYNTAXES = (("extra_syntaxes_and_themes",), ("highlighting", "extra_grammars"), ("extra_syntaxes",))


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Zola, which reads only `content`, with the settings of the site."""
    settings = read_settings(folder, *SETTINGS_FILES)
    theme = settings.get(("theme",))
    if isinstance(theme, str):
        generator = with_static_folders(generator, f"themes/{theme}/static")
    return with_folders(generator._replace(markdown=_markdown(settings, generator.markdown)), ["content"])


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    anchors = setting(settings, "slugify", "anchors", default="on")
    if setting(settings, "slugify", default={}) is True:  # the short form: every slug is "on"
        anchors = "on"
    if anchors not in ("on", "safe"):
        markdown = markdown._replace(heading_ids=None)
    elif markdown.heading_ids and is_true(setting(settings, "markdown", "render_emoji", default=False)) is not False:
        markdown = markdown._replace(heading_ids=_unknown_for_emoji(markdown.heading_ids))
    if any(settings.get(("markdown", *path)) is not MISSING for path in _SYNTAXES):
        markdown = markdown._replace(languages=None)  # files that are not read
    return markdown


def _unknown_for_emoji(heading_ids: HeadingIds) -> HeadingIds:
    """The ids, which are unknown if a heading has an emoji: Zola transliterates it."""

    def ids(texts: Sequence[str]) -> Sequence[str | None]:
        return [None] if any(map(_EMOJI.search, texts)) else heading_ids(texts)

    return ids
