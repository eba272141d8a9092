"""Sites of Zola, whose older settings file Hugo has too."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder

_BASE_URL = r"""^\s*["']?base_url["']?\s*="""
_BASE_URL_OF_HUGO = r"""(?i)^\s*["']?baseurl["']?\s*[=:]"""


def _is_zola(folder: SiteFolder) -> bool:
    text = folder.read("config.toml")
    return re.search(_BASE_URL, text, re.MULTILINE) is not None and not re.search(_BASE_URL_OF_HUGO, text, re.MULTILINE)


DETECTION = Detection(signs=(Sign(50, frozenset({"zola.toml"})), Sign(52, frozenset({"config.toml"}), _is_zola)))
