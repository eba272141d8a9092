"""Sites of Gatsby."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

DETECTION = Detection(signs=(Sign(12, script_names("gatsby-config")), package_sign("gatsby")), packages=("gatsby",))
