"""Folders of files that are published as they are, such as images and downloads."""

from __future__ import annotations

USUAL_STATIC_FOLDERS = (
    "", "static/", "public/", "assets/", "source/", "src/", "content/", "docs/", "images/", "files/",
    "src/assets/", "content/images/", "content/static/", "content/extra/", "docs/assets/", "docs/images/",
)  # fmt: skip
"""For generators whose settings, plugins or themes choose them: no file in one of these is reported as missing."""
