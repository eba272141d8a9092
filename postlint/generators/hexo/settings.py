"""The settings of Hexo: `_config.yml`, and the renderer of Markdown in `package.json`.

Read in lib/hexo (load_config.ts, default_config.ts) and in hexo-renderer-marked 7
(index.js, lib/renderer.js).
"""

from __future__ import annotations

from postlint.core.generator import Generator, MarkdownDialect, SiteFolder
from postlint.data.document import UNKNOWN, Document
from postlint.generators.shared.markdown_dialects import UNKNOWN_PARSER
from postlint.generators.shared.settings import is_true, read_settings, setting
from postlint.generators.shared.source_folders import usual_folders, with_folders

SETTINGS_FILES = ("_config.yml", "_config.yaml", "_config.json")
_RENDERER = "hexo-renderer-"
# Renderers of templates and styles, and the one for Markdown that the facts are about.
_OTHER_RENDERERS = frozenset(
    {"marked", "ejs", "pug", "jade", "swig", "nunjucks", "njks", "haml", "handlebars", "mustache", "stylus", "sass",
     "scss", "dartsass", "sass-next", "less", "postcss", "coffeescript", "ts", "tsx", "jsx", "inferno", "react"}
)  # fmt: skip


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Only the texts in `source_dir` are the site's: those of a theme beside it are not."""
    settings = read_settings(folder, *SETTINGS_FILES)
    source = setting(settings, "source_dir", default="source")
    generator = with_folders(generator, [source] if isinstance(source, str) else usual_folders(folder, "source"))
    return generator._replace(
        markdown=_markdown(settings, read_settings(folder, "package.json"), generator.markdown),
        dates=generator.dates._replace(skips_future=is_true(setting(settings, "future", default=True)) is False),
    )


def _markdown(settings: Document, package: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    """The dialect of marked with its options, unless another renderer is installed."""
    dependencies = setting(package, "dependencies", default={})
    gfm = is_true(setting(settings, "marked", "gfm", default=True))
    packages = dependencies if isinstance(dependencies, dict) else {}
    if dependencies is UNKNOWN or not gfm or any(map(_renders_markdown, packages)):
        return UNKNOWN_PARSER
    ids = is_true(setting(settings, "marked", "headerIds", default=True))
    changes = (is_true(setting(settings, "marked", key, default=False)) for key in ("modifyAnchors", "anchorAlias"))
    links = is_true(setting(settings, "marked", "autolink", default=True))
    return markdown._replace(
        heading_ids=markdown.heading_ids if ids and not any(change is not False for change in changes) else None,
        bare_urls_link=links is not False,
    )


def _renders_markdown(package: object) -> bool:
    """Whether a package is another renderer of Markdown, or may be one."""
    name = str(package)
    return name.startswith(_RENDERER) and name.removeprefix(_RENDERER) not in _OTHER_RENDERERS
