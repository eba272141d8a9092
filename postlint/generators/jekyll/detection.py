"""Sites of Jekyll: a folder `_posts`, or a settings file with something of Jekyll beside it."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder

SETTINGS_FILES = ("_config.yml", "_config.yaml")
_FOLDERS = frozenset({"_posts", "_layouts", "_includes"})
_GEM = r"""gem\s*\(?\s*["'](?:jekyll|github-pages)\b"""


def _is_jekyll(folder: SiteFolder) -> bool:
    if folder.package:
        return False
    text = folder.read(next(name for name in SETTINGS_FILES if name in folder.names))
    if not folder.names.isdisjoint(_FOLDERS) or "jekyll" in text or "remote_theme:" in text:
        return True
    return "Gemfile" in folder.names and re.search(_GEM, folder.read("Gemfile")) is not None


DETECTION = Detection(
    signs=(
        Sign(91, frozenset(SETTINGS_FILES), _is_jekyll),
        # A category of a site with a folder of its own has `_posts` as well, and so has the source folder of Hexo.
        Sign(92, frozenset({"_posts"}), lambda folder: not folder.package, may_be_part=True),
    )
)
