"""Sites of Docusaurus."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

DETECTION = Detection(
    signs=(Sign(10, script_names("docusaurus.config")), package_sign("@docusaurus/core")),
    packages=("@docusaurus/core",),
)
