"""Sites of MkDocs with Material's blog: without the plugin, posts are pages like all others."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder
from postlint.generators.mkdocs.detection import SETTINGS_FILES

_PLUGINS = r"^plugins:.*(?:\n(?:[ \t#-].*)?)*"
_BLOG = r"(?:^(?:[ \t]*-|[ \t])|[\[{,])[ \t]*[\"']?(?:material/)?blog[\"']?[ \t]*(?:[:#,\]}]|$)"


def _has_blog(folder: SiteFolder) -> bool:
    name = next(name for name in SETTINGS_FILES if name in folder.names)
    plugins = re.search(_PLUGINS, folder.read(name), re.MULTILINE)
    return plugins is not None and re.search(_BLOG, plugins[0], re.MULTILINE) is not None


DETECTION = Detection(signs=(Sign(40, frozenset(SETTINGS_FILES), _has_blog),))
