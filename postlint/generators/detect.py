"""Which generator builds the site whose root a folder is: a decision from the names in it and a few marker files."""

from __future__ import annotations

import re
from collections.abc import Callable

_CONFIGURATIONS = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_OLD_CONFIGURATIONS = ("config.toml", "config.yaml", "config.yml", "config.json")
_SPLIT_CONFIGURATIONS = tuple(f"config/_default/{name}" for name in (*_CONFIGURATIONS, *_OLD_CONFIGURATIONS))
_JEKYLL_FOLDERS = frozenset({"_posts", "_layouts", "_includes"})
_HUGO_FOLDERS = frozenset({"content", "archetypes", "layouts", "themes"})

# Generators whose rules are not known here: plain Markdown is what is certain below such a folder.
_OTHERS = re.compile(
    r"(?:docusaurus|astro|eleventy|next|nuxt|svelte|vuepress|contentlayer|velite|buildawesome)\.config\.[cm]?[jt]s\Z"
    r"|gatsby-config\.[cm]?[jt]s\Z|\.eleventy\.[cm]?js\Z|mkdocs\.ya?ml\Z|(?:pelican|publish)conf\.py\Z"
    r"|_quarto\.ya?ml\Z|myst\.yml\Z|_toc\.yml\Z|book\.toml\Z|\.vitepress\Z|zensical\.toml\Z"
)
_SPHINX_OR_NIKOLA = re.compile(r"^(?:extensions|html_theme|project|POSTS|BLOG_TITLE)\s*=", re.MULTILINE)
_ZOLA = re.compile(r"""^\s*["']?base_url["']?\s*=""", re.MULTILINE)
_HUGO = re.compile(r"""^\s*["']?baseurl["']?\s*[=:]""", re.MULTILINE | re.IGNORECASE)
_HUGO_LIKELY = re.compile(
    r"""^\s*(?:["']?(?:theme|languagecode)["']?\s*[=:]|\[params\]|["']?params["']?\s*:)""", re.MULTILINE | re.IGNORECASE
)
_HEXO = re.compile(r"^(?:new_post_name|source_dir|public_dir):", re.MULTILINE)
_JEKYLL_GEM = re.compile(r"""gem\s*\(?\s*["'](?:jekyll|github-pages)\b""")
_FOREIGN_PACKAGE = re.compile(
    r""""(?:hexo|@11ty/eleventy|gatsby|next|astro|@docusaurus/core|vitepress|vuepress)"\s*:"""
)


def decide(names: frozenset[str], read: Callable[[str], str]) -> str | None:
    """The name of the generator whose site begins in this folder; `none` for one that is not known here; else None.

    `names` are the entries of the folder. `read` gives the text of a file below it, by its path with `/`; empty
    where there is no such file. To find a post's site, ask for each folder above it, the nearest first.
    """
    if any(_OTHERS.match(name) for name in names) or ("conf.py" in names and _SPHINX_OR_NIKOLA.search(read("conf.py"))):
        return "none"
    return _zola_or_hugo(names, read) or _jekyll(names, read)


def _zola_or_hugo(names: frozenset[str], read: Callable[[str], str]) -> str | None:
    if "zola.toml" in names:
        return "zola"
    if not names.isdisjoint(_CONFIGURATIONS):
        return "hugo"
    for name in _OLD_CONFIGURATIONS:
        if name not in names:
            continue
        text = read(name)
        if _HUGO.search(text):
            return "hugo"
        if name == "config.toml" and _ZOLA.search(text):
            return "zola"
        if _HUGO_LIKELY.search(text) and not names.isdisjoint(_HUGO_FOLDERS):
            return "hugo"
    if "config" in names and any(read(path) for path in _SPLIT_CONFIGURATIONS):
        return "hugo"
    return None


def _jekyll(names: frozenset[str], read: Callable[[str], str]) -> str | None:
    configurations = [name for name in ("_config.yml", "_config.yaml") if name in names]
    if not configurations and "_posts" not in names:
        return None
    if "package.json" in names and _FOREIGN_PACKAGE.search(read("package.json")):
        return "none"
    text = read(configurations[0]) if configurations else ""
    if "scaffolds" in names or _HEXO.search(text):
        return "none"
    if not names.isdisjoint(_JEKYLL_FOLDERS) or "jekyll" in text or "remote_theme:" in text:
        return "jekyll"
    return "jekyll" if "Gemfile" in names and _JEKYLL_GEM.search(read("Gemfile")) else None
