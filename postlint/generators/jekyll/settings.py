"""The settings of Jekyll: `_config.yml`. The front matter of known themes is checked as well.

Read in lib/jekyll (configuration.rb, converters/markdown.rb, entry_filter.rb, excerpt.rb) and in kramdown-parser-gfm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate
from typing import Any

from postlint.core.generator import Excerpts, Generator, MarkdownDialect, SiteFolder
from postlint.data.document import UNKNOWN, Document
from postlint.generators.shared.excerpt_separators import SEPARATOR, exact_separator
from postlint.generators.shared.markdown_dialects import UNKNOWN_PARSER
from postlint.generators.shared.settings import is_true, read_settings, setting, strings
from postlint.generators.shared.source_folders import folder_prefix, with_folders, with_static_folders
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

SETTINGS_FILES = ("_config.yml", "_config.yaml", "_config.toml")  # configuration.rb, config_files
_THEMES = ("minimal-mistakes", "academicpages", "al-folio")
# The options of kramdown that change ids, with their defaults.
_ID_OPTIONS = {"auto_ids": True, "auto_id_prefix": "", "auto_id_stripping": False, "transliterated_header_ids": False}


def theme(folder: SiteFolder) -> str | None:
    """The name of the theme of a site, if its front matter is known here."""
    settings = read_settings(folder, *SETTINGS_FILES)
    names = [str(settings.get((key,))) for key in ("remote_theme", "theme")]
    if name := next((theme for name in names for theme in _THEMES if theme in name), None):
        return name
    if folder.names >= {"_bibliography", "_news"}:
        return "al-folio"
    if folder.names >= {"_publications", "_talks"}:
        return "academicpages"
    return None


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Jekyll with the settings of the site, and with the schema of its theme."""
    settings = read_settings(folder, *SETTINGS_FILES)
    if name := theme(folder):
        schemas = (*generator.front_matter.schemas, f"{generator.name}-{name}")
        generator = generator._replace(front_matter=generator.front_matter._replace(schemas=schemas))
    if is_true(setting(settings, "future", default=False)) is not False:
        generator = generator._replace(dates=generator.dates._replace(skips_future=False))
    return _with_sources(settings, generator)._replace(
        markdown=_markdown(settings, generator.markdown),
        excerpts=_excerpts(settings, generator.excerpts),
    )


def _markdown(settings: Document, markdown: MarkdownDialect) -> MarkdownDialect:
    """The dialect of the processor that the site chooses."""
    processor = setting(settings, "markdown", default="kramdown")
    parser = setting(settings, "kramdown", "input", default="GFM")
    quirks = strings(setting(settings, "kramdown", "gfm_quirks", default="paragraph_end"))
    is_usual = (
        isinstance(processor, str)
        and processor.lower() == "kramdown"
        and isinstance(parser, str)
        and parser.lower() == "gfm"
        and quirks == ["paragraph_end"]
    )
    if not is_usual:
        return UNKNOWN_PARSER
    for option, default in _ID_OPTIONS.items():
        if setting(settings, "kramdown", option, default=default) != default:
            return markdown._replace(heading_ids=None)
    return markdown


def _excerpts(settings: Document, excerpts: Excerpts) -> Excerpts:
    """With the separator of the site, unless only some of its posts have it."""
    separator = settings.get(("excerpt_separator",))
    defaults = setting(settings, "defaults")
    has_others = defaults is UNKNOWN or any(map(_sets_separator, defaults if isinstance(defaults, list) else ()))
    if not isinstance(separator, str) or has_others or not SEPARATOR.fullmatch(separator):
        return excerpts
    return excerpts._replace(separator=exact_separator(separator))


def _sets_separator(default: Any) -> bool:
    """Whether the front matter defaults for some posts set, or may set, their separator."""
    values = default.get("values") if isinstance(default, dict) else default
    return values is UNKNOWN or (isinstance(values, dict) and "excerpt_separator" in values)


def _with_sources(settings: Document, generator: Generator) -> Generator:
    source = setting(settings, "source", default=".")
    collections = setting(settings, "collections_dir", default=".")
    if isinstance(source, str):
        generator = with_folders(generator, [source])
    if not isinstance(source, str) or not isinstance(collections, str):
        generator = with_static_folders(generator, *USUAL_STATIC_FOLDERS)
    elif folder_prefix(source) or folder_prefix(collections):
        folders = (source, f"{source}/assets", f"{source}/{collections}", f"{source}/{collections}/_posts")
        generator = with_static_folders(generator, *folders)
    excluded, included = (strings(setting(settings, key, default=[])) or [] for key in ("exclude", "include"))
    excluded = [pattern for pattern in excluded if pattern not in included]
    if excluded and isinstance(source, str):
        renders = _renders(folder_prefix(source), excluded, included)
        generator = generator._replace(sources=generator.sources._replace(renders=renders))
    return generator


def _renders(source: str, excluded: Iterable[str], included: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is neither excluded nor in an excluded folder (entry_filter.rb)."""
    is_excluded, is_included = _matcher(excluded), _matcher(included)

    def renders(path: str) -> bool:
        return not any(
            is_excluded(entry) and not is_included(entry) and not is_included(entry.rpartition("/")[2])
            for entry in _entries(path.removeprefix(source))
        )

    return renders


def _entries(path: str) -> Iterator[str]:
    """The folders above a path, and the path itself."""
    position = path.find("/")
    while position >= 0:
        yield path[:position]
        position = path.find("/", position + 1)
    yield path


def _matcher(patterns: Iterable[str]) -> Callable[[str], object]:
    """Whether a path matches, or begins with, a pattern (entry_filter.rb, glob_include?)."""
    paths = [pattern.removeprefix("./").lstrip("/") for pattern in patterns]
    # In Ruby's `fnmatch` as in Python's, `*` also matches `/`.
    expressions = [f"{re.escape(path)}|{translate(path)}" for path in paths if path]
    return re.compile("|".join(expressions) or r"(?!)").match
