"""Sites of VitePress. Its folder holds the settings, the theme, the build and the cache."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign
from postlint.generators.shared.signs import package_sign

DETECTION = Detection(
    signs=(Sign(14, frozenset({".vitepress"})), package_sign("vitepress")),
    packages=("vitepress",),
)
