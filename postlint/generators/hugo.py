"""Hugo.

"run" below: seen with Hugo 0.168. The rest is read in Hugo's source and documentation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.core.generator import Generator, Markdown
from postlint.generators.dates import hugo_date
from postlint.generators.paths import in_blog_section, is_language, stem, without_language

_PARTS = frozenset({"_common", "_includes", "_partials", "_snippets", "headless"})
_TEMPLATES = ("layouts", "archetypes")


def _is_post(path: str) -> bool:
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path):
        return False
    name = folders.pop()
    return without_language(stem(name))[0] != "_index" and in_blog_section(folders, name)


def _is_partial(path: str) -> bool:
    folders = path.split("/")[:-1]
    return bool(folders) and (folders[0] in _TEMPLATES or not _PARTS.isdisjoint(folders))


def _is_rendered(data: Mapping[str, Any]) -> bool:
    build = data.get("build", data.get("_build"))
    headless = isinstance(build, dict) and build.get("render") in ("never", "link", False)
    return not headless and data.get("headless") is not True


def _address(path: str, data: Mapping[str, Any]) -> str | None:
    """A `url` as it is; else the place in `content/`, where the site's permalinks cannot part two files again."""
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path) or not _is_rendered(data):
        return None
    name, suffix = without_language(stem(folders.pop()))
    data = {key.lower(): value for key, value in data.items()}
    url = data.get("url")
    if url:
        # Tokens such as `:slug` (0.131 and later) are not known here; each language may have a host of its own.
        if not isinstance(url, str) or not url.startswith("/") or ":" in url:
            return None
        language = suffix or (folders[0] if folders and is_language(folders[0]) else "")
        return (f"/{language}" if language else "") + "/" + url.strip("/")
    if name == "_index" or data.get("slug"):
        return None  # permalinks of a site may put the day before the slug
    kept = folders if name == "index" else [*folders, name]
    return "/".join(["", *([suffix] if suffix else []), *kept]).lower()


GENERATOR = Generator(
    name="hugo",
    title="Hugo",
    formats=frozenset({"yaml", "toml", "json"}),
    leading_blank_lines=True,  # run
    templates="hugo",
    markdown=Markdown(name="Goldmark"),  # run: CommonMark with GFM
    is_post=_is_post,
    is_partial=_is_partial,
    # A date in a file's name counts only where the site's configuration says `:filename`.
    read_date=hugo_date,
    address=_address,
    theme_prints_title=True,
    schemas=("hugo",),
    keys_ignore_case=True,  # resources/page/pagemeta: keys are lower-cased first
)
