"""Sites of Eleventy, which is also called Build Awesome; it needs no settings file."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

_PACKAGE = "@11ty/eleventy"

DETECTION = Detection(
    signs=(
        Sign(13, script_names(".eleventy", "eleventy.config", "buildawesome.config")),
        package_sign(_PACKAGE),
        Sign(95, frozenset({"package.json"}), lambda folder: folder.package == _PACKAGE),
    ),
    packages=(_PACKAGE,),
)
