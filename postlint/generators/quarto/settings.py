"""The settings of Quarto: `_quarto.yml`. Read in quarto-cli, src/resources/schema (document-render.yml)."""

from __future__ import annotations

from postlint.core.generator import Generator, SiteFolder
from postlint.data.document import MISSING, UNKNOWN
from postlint.generators.quarto.detection import SETTINGS_FILES
from postlint.generators.shared.markdown_dialects import UNKNOWN_PARSER
from postlint.generators.shared.settings import read_settings, setting

_READER_KEYS = ("from", "reader")


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Quarto, whose dialect of Markdown is unknown if the site chooses a reader of Pandoc."""
    settings = read_settings(folder, *SETTINGS_FILES)
    formats = setting(settings, "format", default={})
    names = [(), *(("format", name) for name in formats if isinstance(formats, dict))] if formats else [()]
    has_reader = any(settings.get((*path, key)) is not MISSING for path in names for key in _READER_KEYS)
    if not settings.readable or formats is UNKNOWN or has_reader:
        return generator._replace(markdown=UNKNOWN_PARSER)
    return generator
