"""The settings of Hexo: `_config.yml`."""

from __future__ import annotations

from postlint.core.generator import Generator, SiteFolder
from postlint.generators.shared.settings import read_settings, setting
from postlint.generators.shared.source_folders import usual_folders, with_folders

SETTINGS_FILES = ("_config.yml", "_config.yaml", "_config.json")


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """Only the texts in `source_dir` are the site's: those of a theme beside it are not."""
    source = setting(read_settings(folder, *SETTINGS_FILES), "source_dir", default="source")
    return with_folders(generator, [source] if isinstance(source, str) else usual_folders(folder, "source"))
