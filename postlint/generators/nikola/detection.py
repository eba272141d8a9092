"""Sites of Nikola, whose settings file Sphinx has too."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder

_OWN_SETTING = r"^(?:POSTS|BLOG_TITLE|NAVIGATION_LINKS)\s*="


def _is_nikola(folder: SiteFolder) -> bool:
    return re.search(_OWN_SETTING, folder.read("conf.py"), re.MULTILINE) is not None


DETECTION = Detection(signs=(Sign(70, frozenset({"conf.py"}), _is_nikola),))
