"""The settings of Pelican: `pelicanconf.py`.

Read in pelican/settings.py, pelican/readers.py (MarkdownReader), pelican/contents.py and pelican/generators.py.
"""

from __future__ import annotations

from postlint.core.generator import DateDialect, Generator, SiteFolder
from postlint.data.document import MISSING, Document
from postlint.generators.shared.python_markdown_settings import read_extensions, with_extensions
from postlint.generators.shared.settings import is_true, read_settings, setting, strings
from postlint.generators.shared.source_folders import (
    folder_prefix,
    relocated,
    usual_folders,
    with_folders,
    with_static_folders,
)

_USUAL_DATE = r"(?P<date>\d{4}-\d{2}-\d{2})"


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions of the site, and with the folders of its articles and pages."""
    settings = read_settings(folder, "pelicanconf.py", "publishconf.py")
    configured = read_extensions(settings, "MARKDOWN", "extension_configs")
    enabled = read_extensions(settings, "MARKDOWN", "extensions")
    generator = with_extensions(generator, configured.over(enabled))
    generator = generator._replace(dates=_dates(settings, generator.dates))
    path = setting(settings, "PATH", default="content")
    if not isinstance(path, str):
        return with_folders(generator, usual_folders(folder, "content"))
    generator = with_static_folders(with_folders(relocated(generator, "content", path), [path]), path)
    return _with_articles(settings, folder_prefix(path), generator)


def _dates(settings: Document, dates: DateDialect) -> DateDialect:
    publishes_future = is_true(setting(settings, "WITH_FUTURE_DATES", default=True))
    pattern = settings.get(("FILENAME_METADATA",))
    if pattern is not MISSING and not (isinstance(pattern, str) and pattern.startswith(_USUAL_DATE)):
        dates = dates._replace(from_file_name=lambda path: None)
    return dates._replace(skips_future=publishes_future is False)


def _with_articles(settings: Document, root: str, generator: Generator) -> Generator:
    """With the folders of articles; those of pages are not among them (settings.py, generators.py)."""
    articles = settings.get(("ARTICLE_PATHS",))
    others = [settings.get((key,)) for key in ("ARTICLE_EXCLUDES", "PAGE_PATHS")]
    if articles is MISSING and others == [MISSING, MISSING]:
        return generator
    included = strings([""] if articles is MISSING else articles)
    excluded = [strings([] if value is MISSING else value) for value in others]
    sources = generator.sources
    if included is None or None in excluded:
        return generator._replace(sources=sources._replace(is_post=lambda path: False))
    inside = tuple(root + folder_prefix(name) for name in included)
    outside = tuple(root + folder_prefix(name) for names in excluded for name in names or () if folder_prefix(name))

    def is_post(path: str) -> bool:
        return path.startswith(inside) and not path.startswith(outside) and sources.is_post(path)

    return generator._replace(sources=sources._replace(is_post=is_post))
