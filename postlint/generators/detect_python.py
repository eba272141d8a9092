"""The marks of generators that take only some folders of a repository for their site, and which folders these are."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.generators.shared.site_overrides import MKDOCS_SETTINGS

_PLUGINS = re.compile(r"^plugins:.*(?:\n(?:[ \t#-].*)?)*", re.MULTILINE)
_BLOG = re.compile(
    r"(?:^(?:[ \t]*-|[ \t])|[\[{,])[ \t]*[\"']?(?:material/)?blog[\"']?[ \t]*(?:[:#,\]}]|$)", re.MULTILINE
)
_DOCS_DIR = re.compile(r"^docs_dir\s*[:=]\s*[\"']?(?P<folder>[^\"'#\n]+)", re.MULTILINE)
_SOURCE_DIR = re.compile(r"^source_dir:\s*[\"']?(?P<folder>[^\"'#\n]+)", re.MULTILINE)
_PATH = re.compile(r"^PATH\s*=\s*[\"'](?P<folder>[^\"'\n]+)", re.MULTILINE)
_NIKOLA = re.compile(r"^(?:POSTS|BLOG_TITLE|NAVIGATION_LINKS)\s*=", re.MULTILINE)
_NIKOLA_FOLDER = re.compile(r"[\"'](?P<folder>[\w./-]+)/\*\.\w+[\"']")
_SPHINX = re.compile(r"^(?:extensions|html_theme|project)\s*=", re.MULTILINE)
_MYST = re.compile(r"[\"'](?:myst_parser|myst_nb|ablog)[\"']")


def quarto(names: frozenset[str]) -> str | None:
    """Quarto, whose project file decides."""
    return None if names.isdisjoint({"_quarto.yml", "_quarto.yaml"}) else "quarto"


def mkdocs(names: frozenset[str], read: Callable[[str], str]) -> str | None:
    """MkDocs, with Material's blog or without, and what reads its sites."""
    name = next((one for one in MKDOCS_SETTINGS if one in names), None)
    if name is None:
        return None
    plugins = _PLUGINS.search(read(name))
    return "mkdocs-material" if plugins and _BLOG.search(plugins[0]) else "mkdocs"


def pelican(names: frozenset[str]) -> str | None:
    """Pelican, whose settings decide."""
    return None if names.isdisjoint({"pelicanconf.py", "publishconf.py"}) else "pelican"


def sphinx_or_nikola(names: frozenset[str], read: Callable[[str], str]) -> str | None:
    """Both are configured in `conf.py`; of Sphinx's sites only those that read Markdown are known here."""
    text = read("conf.py") if "conf.py" in names else ""
    if _NIKOLA.search(text):
        return "nikola"
    if not _SPHINX.search(text):
        return None
    return "myst" if _MYST.search(text) else "none"


def source_folders(generator: str, read: Callable[[str], str]) -> tuple[str, ...]:
    """The folders below a site's root whose files the generator reads, each ending in `/`; empty: all of them.

    A README beside `mkdocs.yml` is GitHub's to show, as are the texts of a theme for Hexo or Zola.
    """
    if generator in ("mkdocs", "mkdocs-material"):
        found = [_DOCS_DIR.search(read(name)) for name in MKDOCS_SETTINGS]
        folders = [next((one["folder"].strip() for one in found if one), "docs")]
    elif generator == "pelican":
        path = _PATH.search(read("pelicanconf.py"))
        folders = [path["folder"] if path else "content"]
    elif generator == "nikola":
        folders = [one["folder"] for one in _NIKOLA_FOLDER.finditer(read("conf.py"))] or ["posts", "pages", "stories"]
    elif generator == "hexo":
        source_dir = _SOURCE_DIR.search(read("_config.yml"))
        folders = [source_dir["folder"].strip() if source_dir else "source"]
    elif generator == "zola":
        folders = ["content"]
    else:
        return ()
    plain = [folder.removeprefix("./").strip("/") for folder in folders]
    return () if "" in plain or "." in plain else tuple(f"{folder}/" for folder in dict.fromkeys(plain))
