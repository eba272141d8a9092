"""Sites of MkDocs with Material's blog: without the plugin, posts are pages like all others."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign, SiteFolder
from postlint.generators.mkdocs.detection import SETTINGS_FILES


def _has_blog(folder: SiteFolder) -> bool:
    from postlint.generators.mkdocs.settings import plugins, read  # only for such sites

    return not {"blog", "material/blog"}.isdisjoint(plugins(read(folder)) or ())


DETECTION = Detection(signs=(Sign(40, frozenset(SETTINGS_FILES), _has_blog),))
