"""Sites of Astro."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

SETTINGS_FILES = script_names("astro.config")

DETECTION = Detection(signs=(Sign(11, SETTINGS_FILES), package_sign("astro")), packages=("astro",))
