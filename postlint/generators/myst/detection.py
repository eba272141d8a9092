"""Sites of mystmd and of Sphinx, if Sphinx reads Markdown."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder

_EXTENSION = r"[\"'](?:myst_parser|myst_nb|ablog)[\"']"


def is_sphinx(folder: SiteFolder) -> bool:
    """Whether `conf.py` has settings of Sphinx."""
    return re.search(r"^(?:extensions|html_theme|project)\s*=", folder.read("conf.py"), re.MULTILINE) is not None


def _reads_markdown(folder: SiteFolder) -> bool:
    return is_sphinx(folder) and re.search(_EXTENSION, folder.read("conf.py")) is not None


DETECTION = Detection(
    signs=(
        Sign(71, frozenset({"conf.py"}), _reads_markdown),
        Sign(80, frozenset({"myst.yml", "myst.yaml", "_toc.yml"})),
    )
)
