"""Sites of MkDocs and of its successors."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign

SETTINGS_FILES = (
    "mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml", "zensical.yml",
)  # fmt: skip
"""ProperDocs continues MkDocs, and Zensical reads the settings of MkDocs with Material."""

DETECTION = Detection(signs=(Sign(41, frozenset(SETTINGS_FILES)),))
