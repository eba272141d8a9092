"""Sites of Quarto: the project file is enough."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign

SETTINGS_FILES = ("_quarto.yml", "_quarto.yaml")

DETECTION = Detection(signs=(Sign(30, frozenset(SETTINGS_FILES)),))
