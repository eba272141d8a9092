"""Source -> Post: front matter, template tags, Markdown and comments, each read when it is first needed."""

from __future__ import annotations

from pathlib import PurePosixPath

from postlint.core.generator import Generator
from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators.shared.mdx import MDX
from postlint.parse.front_matter.reader import read_front_matter
from postlint.parse.lazy import LazyReader
from postlint.parse.templates import mask

_OTHER_SYNTAX = (".mdx", ".qmd")
"""Suffixes of files whose body is more than Markdown."""


def read_post(source: Source, generator: Generator, site_path: str | None = None) -> Post:
    """Read a file. The body is parsed when a rule first asks for it."""
    reading = read_front_matter(source, generator)
    suffix = PurePosixPath(source.path).suffix
    templates = MDX if suffix == ".mdx" else generator.templates
    masked = mask(source, reading.body_start, templates)
    head = masked.text[: reading.body_start]
    # Spaces, so that lines and offsets stay the same.
    blank = "\n".join(" " * len(line) for line in head.split("\n"))
    return Post(
        source,
        generator,
        LazyReader(masked.code_blocks),
        front_matter=reading.front_matter,
        front_matter_problems=reading.problems,
        body_start=reading.body_start,
        masks=masked.masks,
        masked_text=blank + masked.text[reading.body_start :],
        site_path=site_path,
        full_markdown=suffix not in _OTHER_SYNTAX,
    )


def render_html(post: Post) -> str:
    """The HTML of a post's body, to compare before and after a fix."""
    from postlint.parse.markdown.parser import render_html

    return render_html(post)
