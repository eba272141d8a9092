"""The settings of Sphinx with MyST-Parser: `conf.py`. Read in myst_parser/config/main.py and parsers/mdit.py.

`myst.yml` of mystmd changes none of these facts.
"""

from __future__ import annotations

from postlint.core.generator import Generator, SiteFolder
from postlint.generators.shared.settings import NO_SETTINGS, read_settings, setting, strings


def configure(generator: Generator, folder: SiteFolder) -> Generator:
    """MyST with the syntax extensions that the site enables."""
    settings = read_settings(folder, "conf.py")
    if settings is NO_SETTINGS:
        return generator
    names = strings(setting(settings, "myst_enable_extensions", default=[]))
    return generator._replace(
        markdown=generator.markdown._replace(
            bare_urls_link=names is None or "linkify" in names,
            attribute_lines=names is None or "attrs_block" in names or "attrs_inline" in names,
        )
    )
