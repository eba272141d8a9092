"""Parsers are imported when a part of a post is first read."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
post = read_post(Source("a.md", "Text {{ a }} <!-- postlint-disable -->"), get_generator("jekyll"))
for part in ("configuration", "body", "comments"):
    getattr(post, part)
    print(part, *sorted({"markdown_it", "postlint.parse.comments"} & set(sys.modules)))
"""


def test_parsers_are_imported_on_first_use() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [
        "configuration",
        "body markdown_it",
        "comments markdown_it postlint.parse.comments",
    ]
