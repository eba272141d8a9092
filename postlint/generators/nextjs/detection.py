"""Sites of Next.js, and of the libraries with which they read Markdown."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign, script_names

DETECTION = Detection(
    signs=(
        Sign(82, script_names("next.config", "contentlayer.config", "velite.config")),
        package_sign("next"),
    ),
    packages=("next",),
)
