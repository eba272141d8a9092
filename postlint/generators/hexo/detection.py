"""Sites of Hexo, whose settings file Jekyll has too."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder
from postlint.generators.shared.signs import package_sign

_OWN_SETTING = r"^(?:new_post_name|source_dir|public_dir):"


def _is_hexo(folder: SiteFolder) -> bool:
    if "scaffolds" in folder.names or folder.package == "hexo":
        return True
    return re.search(_OWN_SETTING, folder.read("_config.yml"), re.MULTILINE) is not None


DETECTION = Detection(
    signs=(Sign(20, frozenset({"_config.yml"}), _is_hexo), package_sign("hexo")),
    packages=("hexo",),
    scaffold_folders=frozenset({"scaffolds"}),
)
