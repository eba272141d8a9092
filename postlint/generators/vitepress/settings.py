"""What the settings of a VitePress site change. They are read as literals, and never run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.generator import Generator, SiteFolder
from postlint.data.document import UNKNOWN, Document
from postlint.data.javascript_literals import read_javascript
from postlint.generators.shared.source_folders import with_folders
from postlint.generators.vitepress.heading_ids import HEADING_IDS_OF_COPIES
from postlint.generators.vitepress.sources import is_page, matcher

# node/config.ts, resolveUserConfig; `shared` is what the documentation on i18n splits off.
_FILES = tuple(
    f".vitepress/{stem}.{suffix}"
    for stem in ("config", "config/index", "config/shared")
    for suffix in ("ts", "mts", "js", "mjs")
)
_SLUGIFY = re.compile(r"\bslugify\b")
_COPY_OF_SLUGIFY = re.compile(r"normalize\(\s*['\"]NFKD['\"]\s*\)")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """The generator with the sources of the site; heading ids are unknown if the site makes its own."""
    texts = list(filter(None, map(folder.read, _FILES)))
    generator = _with_sources(generator, [read_javascript(text) for text in texts])
    text = _COMMENT.sub("", "\n".join(texts))
    if _SLUGIFY.search(text):
        heading_ids = HEADING_IDS_OF_COPIES if _COPY_OF_SLUGIFY.search(text) else None
        generator = generator._replace(markdown=generator.markdown._replace(heading_ids=heading_ids))
    return generator


def _with_sources(generator: Generator, settings: list[Document]) -> Generator:
    source_folder = next((value for document in settings if isinstance(value := document.get(("srcDir",)), str)), "")
    if not source_folder and any(document.get(("srcDir",)) is UNKNOWN for document in settings):
        return generator
    if source_folder.startswith(("/", "../")):
        return generator  # outside of the site's folder
    generator = with_folders(generator, [source_folder or "."])
    excluded = matcher(list(_patterns(settings)))
    prefix = next(iter(generator.sources.folders), "")
    sources = generator.sources._replace(
        # Vite's `publicDir` is below `srcDir`.
        static_folders=tuple(dict.fromkeys((f"{prefix}public/", prefix, *generator.sources.static_folders))),
        renders=lambda path: is_page(path) and not excluded(path.removeprefix(prefix)),
    )
    return generator._replace(sources=sources)


def _patterns(settings: list[Document]) -> Iterator[str]:
    for document in settings:
        value = document.get(("srcExclude",))
        yield from (item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
