"""The settings of Astro: the object that `astro.config.mjs` exports.

Read in packages/astro/src/core/config/schemas/base.ts and packages/markdown/remark/src/index.ts.
"""

from __future__ import annotations

from postlint.core.generator import Generator, MarkdownDialect, SiteFolder
from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.generators.astro.detection import SETTINGS_FILES
from postlint.generators.shared.markdown_dialects import UNKNOWN_PARSER
from postlint.generators.shared.settings import is_true, read_settings, setting
from postlint.generators.shared.source_folders import relocated, with_static_folders


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Astro with the folders and the Markdown options of the site."""
    settings = read_settings(folder, *sorted(SETTINGS_FILES))
    source = setting(settings, "srcDir", default="src")
    public = setting(settings, "publicDir", default="public")
    if isinstance(source, str):
        generator = relocated(generator, "src", source)
    generator = generator._replace(markdown=_markdown(settings, generator.markdown))
    if not isinstance(public, str):
        return generator._replace(sources=generator.sources._replace(static_folders=None))
    return with_static_folders(generator, public)


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    if is_true(setting(settings, "markdown", "gfm", default=True)) is not True:
        return UNKNOWN_PARSER
    plugins = [setting(settings, "markdown", key) for key in ("remarkPlugins", "rehypePlugins", "processor")]
    if any(value or value is UNKNOWN for value in plugins):  # each may change the ids
        markdown = markdown._replace(heading_ids=None)
    highlighting = ("langs", "langAlias")
    if any(settings.get(("markdown", "shikiConfig", key)) is not MISSING for key in highlighting):
        markdown = markdown._replace(languages=None)
    return markdown
