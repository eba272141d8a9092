"""Check that the span of every part of real posts covers its text.

    python -m benchmarks.positions FOLDER...

Prints each part whose span does not cover its text, and the number of parts. Exit code 1 if there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post
from tests.support.positions import misplaced

_PARTS = ("headings", "lists", "code_blocks", "links", "images", "definitions", "tables", "inlines", "blocks")


def posts(folders: Iterable[str], generator: str) -> Iterable[Post]:
    """Every Markdown file in the folders, as a generator reads it."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.m*d*")):
            if path.is_file() and path.suffix in (".md", ".markdown"):
                try:
                    source = Source.decode(str(path), path.read_bytes())
                except UnicodeDecodeError:
                    continue
                yield read_post(source, get_generator(generator))


def main(folders: list[str]) -> int:
    """Read every post with and without masked template tags."""
    wrong = parts = 0
    for generator in ("none", "jekyll", "hugo", "zola"):
        for post in posts(folders, generator):
            for problem in misplaced(post):
                wrong += 1
                print(f"{generator}: {problem[:300]}")
            parts += sum(len(getattr(post.body, part)) for part in _PARTS)
    print(f"{parts} parts, {wrong} misplaced")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
