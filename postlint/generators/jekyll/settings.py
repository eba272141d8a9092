"""What the settings and folders of a Jekyll site change: the front matter of known themes is checked as well."""

from __future__ import annotations

from postlint.core.generator import Generator, SiteFolder
from postlint.generators.shared.settings import read_settings

SETTINGS_FILES = ("_config.yml", "_config.yaml", "_config.toml")  # lib/jekyll/configuration.rb, config_files
_THEMES = ("minimal-mistakes", "academicpages", "al-folio")


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
    """Jekyll with the schema of the site's theme."""
    name = theme(folder)
    if name is None:
        return generator
    front_matter = generator.front_matter
    return generator._replace(
        front_matter=front_matter._replace(schemas=(*front_matter.schemas, f"{generator.name}-{name}"))
    )
