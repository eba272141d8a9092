"""Reading a text as a post."""

from __future__ import annotations

from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators import get_generator
from postlint.parse import read_post


def read(text: str, generator: str = "none", path: str = "a.md") -> Post:
    """The post of a text at a path below the root of a generator's site."""
    return read_post(Source(path, text), get_generator(generator), path)
