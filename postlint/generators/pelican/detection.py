"""Sites of Pelican: the settings file is enough."""

from __future__ import annotations

from postlint.core.generator.detection import Detection, Sign

DETECTION = Detection(signs=(Sign(60, frozenset({"pelicanconf.py", "publishconf.py"})),))
