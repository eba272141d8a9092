"""Sites of Hugo, whose older settings files Zola and others have too."""

from __future__ import annotations

import re

from postlint.core.generator.detection import Detection, Sign, SiteFolder

_NAMES = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_OLD_NAMES = ("config.toml", "config.yaml", "config.yml", "config.json")
_FOLDERS = frozenset({"content", "archetypes", "layouts", "themes"})
_BASE_URL = r"""^\s*["']?baseurl["']?\s*[=:]"""
_LIKELY_SETTING = r"""^\s*(?:["']?(?:theme|languagecode)["']?\s*[=:]|\[params\]|["']?params["']?\s*:)"""


def _is_hugo(folder: SiteFolder) -> bool:
    for name in _OLD_NAMES:
        text = folder.read(name) if name in folder.names else ""
        if re.search(_BASE_URL, text, re.MULTILINE | re.IGNORECASE):
            return True
        is_likely = not folder.names.isdisjoint(_FOLDERS)
        if is_likely and re.search(_LIKELY_SETTING, text, re.MULTILINE | re.IGNORECASE):
            return True
    return False


def _has_split_settings(folder: SiteFolder) -> bool:
    return any(folder.read(f"config/_default/{name}") for name in (*_NAMES, *_OLD_NAMES))


DETECTION = Detection(
    signs=(
        Sign(51, frozenset(_NAMES)),
        Sign(53, frozenset(_OLD_NAMES), _is_hugo),
        Sign(54, frozenset({"config"}), _has_split_settings),
    ),
    scaffold_folders=frozenset({"archetypes"}),
)
