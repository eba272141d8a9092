"""Sites of Docusaurus."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

SETTINGS_FILES = script_names("docusaurus.config")

DETECTION = Detection(
    signs=(Sign(10, SETTINGS_FILES), package_sign("@docusaurus/core")),
    packages=("@docusaurus/core",),
)
