"""Nothing in a repository shows that its posts are published on DEV: the configuration has to name it."""

from __future__ import annotations

from postlint.core.generator.detection import Detection

DETECTION = Detection()
