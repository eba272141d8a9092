"""Reads the parts of a post that are read on first use, and imports what that takes only then.

markdown-it-py alone is a third of the start-up time, and many rules need no Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postlint.core.body import Body, CodeBlock
from postlint.core.post import Comment, Post

_CONFIGURE_FILE = "markdownlint-configure-file"


@dataclass(frozen=True, slots=True)
class LazyReader:
    """A `PostReader` that imports each parser when it is first needed."""

    template_blocks: tuple[CodeBlock, ...]
    """Code blocks between template tags, which were read with the template tags."""

    def read_body(self, post: Post) -> Body:
        """Parse the Markdown."""
        from postlint.parse.markdown.parser import read_body

        return read_body(post, self.template_blocks)

    def read_comments(self, post: Post) -> tuple[Comment, ...]:
        """Read the comments that disable or enable rules."""
        from postlint.parse.comments import read_comments

        return read_comments(post)

    def read_configuration(self, post: Post) -> Mapping[str, Any]:
        """Read the `markdownlint-configure-file` comments."""
        if "<!--" not in post.text or _CONFIGURE_FILE not in post.text.lower():
            return {}
        from postlint.parse.comments import read_configuration

        return read_configuration(post)
