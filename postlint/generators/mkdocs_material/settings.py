"""The settings of Material's blog in `mkdocs.yml`. Read in material/plugins/blog (config.py, plugin.py)."""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Excerpts, Generator, SiteFolder
from postlint.data.document import UNKNOWN
from postlint.generators.mkdocs import settings as mkdocs
from postlint.generators.shared.excerpt_separators import SEPARATOR, exact_separator
from postlint.generators.shared.source_folders import relocated

_PLUGINS = ("blog", "material/blog")
_USUAL_SEPARATOR = "<!-- more -->"


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """MkDocs with the settings of the site, and with the folder and the separator of its blog."""
    generator = mkdocs.configure(generator, folder)
    plugins = mkdocs.plugins(mkdocs.read(folder)) or {}
    options: Any = next((plugins[name] for name in _PLUGINS if name in plugins), {})
    if not isinstance(options, dict):
        return generator if options is None else generator._replace(excerpts=Excerpts())
    blog, posts = options.get("blog_dir", "blog"), options.get("post_dir", "{blog}/posts")
    if isinstance(blog, str) and isinstance(posts, str):
        below = posts.replace("{blog}", blog).removeprefix("./")
        for docs in generator.sources.folders or ("",):
            generator = relocated(generator, "docs/blog/posts", f"{docs}{below}")
    separator = options.get("post_excerpt_separator", _USUAL_SEPARATOR)
    if separator is UNKNOWN or not isinstance(separator, str) or not SEPARATOR.fullmatch(separator):
        return generator._replace(excerpts=Excerpts())
    return (
        generator
        if separator == _USUAL_SEPARATOR
        else generator._replace(excerpts=Excerpts(exact_separator(separator)))
    )
