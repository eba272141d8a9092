"""Source -> Post: front matter, template tags, Markdown and comments, each read when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from postlint.core.body import Body
from postlint.core.generator import Generator
from postlint.core.post import Comment, Post
from postlint.core.text import Source
from postlint.parse.front_matter.reader import read_front_matter
from postlint.parse.templates import mask

_OTHER_SYNTAX = (".mdx", ".qmd")
"""Suffixes of files whose body is more than Markdown."""
_CONFIGURE_FILE = "markdownlint-configure-file"


def read_post(source: Source, generator: Generator, site_path: str | None = None) -> Post:
    """Read a file. The body is parsed when a rule first asks for it."""
    reading = read_front_matter(source, generator)
    masked = mask(source, reading.body_start, generator.templates)
    head = masked.text[: reading.body_start]
    # Lines stay what they are, and so do offsets: blanks, not nothing.
    blank = "\n".join(" " * len(line) for line in head.split("\n"))

    def read_body(post: Post) -> Body:
        from postlint.parse.markdown.parser import read_body  # markdown-it is a third of the start-up time

        return read_body(post, masked.code_blocks)

    return Post(
        source,
        generator,
        reading.front_matter,
        reading.problems,
        reading.body_start,
        read_body,
        site_path=site_path,
        masks=masked.masks,
        masked_text=blank + masked.text[reading.body_start :],
        read_comments=_read_comments,
        full_markdown=PurePosixPath(source.path).suffix not in _OTHER_SYNTAX,
        read_configuration=_read_configuration,
    )


def _read_comments(post: Post) -> tuple[Comment, ...]:
    from postlint.parse.comments import read_comments

    return read_comments(post)


def _read_configuration(post: Post) -> Mapping[str, Any]:
    if "<!--" not in post.text or _CONFIGURE_FILE not in post.text.lower():
        return {}
    from postlint.parse.comments import read_configuration

    return read_configuration(post)


def render_html(post: Post) -> str:
    """The HTML of a post's body, to compare before and after a fix."""
    from postlint.parse.markdown.parser import render_html

    return render_html(post.masked_text)
