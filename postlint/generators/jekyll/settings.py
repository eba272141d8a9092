"""What the settings and folders of a Jekyll site change: the front matter of known themes is checked as well."""

from __future__ import annotations

import re

from postlint.core.generator import Generator, SiteFolder

_THEME = r"^(?:remote_)?theme:[^\n]*?(minimal-mistakes|academicpages|al-folio)"


def theme(folder: SiteFolder) -> str | None:
    """The name of the theme of a site, if its front matter is known here."""
    match = re.search(_THEME, folder.read("_config.yml"), re.MULTILINE) if "_config.yml" in folder.names else None
    if match:
        return match[1]
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
