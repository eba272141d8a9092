"""Which generator builds the site whose root a folder is: a decision from the names in it and a few marker files.

DEV (Forem) leaves no mark in a repository; the configuration has to name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.generators.detect_python import mkdocs, pelican, quarto, sphinx_or_nikola

Read = Callable[[str], str]

# One file decides, whatever else lies beside it.
_MARKERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern + r"\Z"), name)
    for pattern, name in (
        (r"docusaurus\.config\.[cm]?[jt]s", "docusaurus"),
        (r"astro\.config\.[cm]?[jt]s", "astro"),
        (r"gatsby-config\.[cm]?[jt]s", "gatsby"),
        (r"(?:\.eleventy|(?:eleventy|buildawesome)\.config)\.[cm]?[jt]s", "eleventy"),
    )
)
_LATER_MARKERS = tuple(
    (re.compile(pattern + r"\Z"), name)
    for pattern, name in (
        (r"myst\.ya?ml|_toc\.yml", "myst"),
        # Generators whose rules are not known here: plain Markdown is what is certain below such a folder.
        (r"(?:nuxt|svelte|vuepress)\.config\.[cm]?[jt]s|book\.toml|\.vitepress", "none"),
        (r"(?:next|contentlayer|velite)\.config\.[cm]?[jt]s", "nextjs"),
    )
)
_SUFFIXES = (".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".yml", ".yaml", ".toml", ".vitepress")
_PACKAGES = {
    "hexo": "hexo",
    "@11ty/eleventy": "eleventy",
    "gatsby": "gatsby",
    "next": "nextjs",
    "astro": "astro",
    "@docusaurus/core": "docusaurus",
    "vitepress": "none",
    "vuepress": "none",
}
_DEPENDENCY = re.compile(rf'"(?P<name>{"|".join(map(re.escape, _PACKAGES))})"\s*:')

_CONFIGURATIONS = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_OLD_CONFIGURATIONS = ("config.toml", "config.yaml", "config.yml", "config.json")
_SPLIT_CONFIGURATIONS = tuple(f"config/_default/{name}" for name in (*_CONFIGURATIONS, *_OLD_CONFIGURATIONS))
_HUGO_FOLDERS = frozenset({"content", "archetypes", "layouts", "themes"})
_ZOLA = re.compile(r"""^\s*["']?base_url["']?\s*=""", re.MULTILINE)
_HUGO = re.compile(r"""^\s*["']?baseurl["']?\s*[=:]""", re.MULTILINE | re.IGNORECASE)
_HUGO_LIKELY = re.compile(
    r"""^\s*(?:["']?(?:theme|languagecode)["']?\s*[=:]|\[params\]|["']?params["']?\s*:)""", re.MULTILINE | re.IGNORECASE
)

_JEKYLL_FOLDERS = frozenset({"_posts", "_layouts", "_includes"})
_HEXO = re.compile(r"^(?:new_post_name|source_dir|public_dir):", re.MULTILINE)
_JEKYLL_GEM = re.compile(r"""gem\s*\(?\s*["'](?:jekyll|github-pages)\b""")
_JEKYLL_THEME = re.compile(r"^(?:remote_)?theme:[^\n]*?(minimal-mistakes|academicpages|al-folio)", re.MULTILINE)


def decide(names: frozenset[str], read: Read) -> str | None:
    """The name of the generator whose site begins in this folder; `none` for one that is not known here; else None.

    `names` are the entries of the folder. `read` gives the text of a file below it, by its path with `/`; empty
    where there is no such file. To find a post's site, ask for each folder above it, the nearest first.
    """
    return (
        _marked(_MARKERS, names)
        or _hexo(names, read)
        or quarto(names)
        or mkdocs(names, read)
        or _zola_or_hugo(names, read)
        or pelican(names)
        or sphinx_or_nikola(names, read)
        or _marked(_LATER_MARKERS, names)
        or _jekyll(names, read)
        or ("eleventy" if _package(names, read) == "eleventy" else None)
    )


def jekyll_theme(names: frozenset[str], read: Read) -> str | None:
    """The name of the Jekyll theme of a site, if its front matter is known here."""
    found = _JEKYLL_THEME.search(read("_config.yml")) if "_config.yml" in names else None
    if found:
        return found[1]
    if "_bibliography" in names and "_news" in names:
        return "al-folio"
    if names >= {"_publications", "_talks"}:
        return "academicpages"
    return None


def _marked(markers: tuple[tuple[re.Pattern[str], str], ...], names: frozenset[str]) -> str | None:
    likely = [one for one in names if one.endswith(_SUFFIXES)]  # a folder may hold thousands of posts
    return next((name for marker, name in markers if any(marker.match(one) for one in likely)), None)


def _package(names: frozenset[str], read: Read) -> str | None:
    """The generator that `package.json` asks for."""
    found = _DEPENDENCY.search(read("package.json")) if "package.json" in names else None
    return _PACKAGES[found["name"]] if found else None


def _hexo(names: frozenset[str], read: Read) -> str | None:
    if "_config.yml" not in names:
        return None
    marked = "scaffolds" in names or _package(names, read) == "hexo" or _HEXO.search(read("_config.yml"))
    return "hexo" if marked else None


def _zola_or_hugo(names: frozenset[str], read: Read) -> str | None:
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


def _jekyll(names: frozenset[str], read: Read) -> str | None:
    configurations = [name for name in ("_config.yml", "_config.yaml") if name in names]
    if not configurations and "_posts" not in names:
        return None
    if other := _package(names, read):
        return other
    text = read(configurations[0]) if configurations else ""
    if not names.isdisjoint(_JEKYLL_FOLDERS) or "jekyll" in text or "remote_theme:" in text:
        return "jekyll"
    return "jekyll" if "Gemfile" in names and _JEKYLL_GEM.search(read("Gemfile")) else None
