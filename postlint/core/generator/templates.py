"""The template language that a generator runs on a page before it reads the Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple


class BlockTags(NamedTuple):
    """The tags that have a body and must be closed."""

    tag: re.Pattern[str]
    """The beginning of a tag: its name is the group `name`; the group `end` matches if it is a closing tag."""
    always_closed: re.Pattern[str]
    """The names of tags that always have a body."""
    candidates: re.Pattern[str]
    """Whether a page can have an unclosed tag at all."""
    closing_tag: str
    """A format string: how the closing tag of a name is written."""
    terminator: str
    """The two characters that end a tag."""


class TagsInCode(NamedTuple):
    """The tags that are run even inside code."""

    tag: re.Pattern[str]
    """A tag whose result is probably not what the author wants to show."""
    escape: str
    """How to show such a tag, as the end of a message."""
    raw: re.Pattern[str] | None = None
    """A section in which no tag is run."""


class TemplateDialect(NamedTuple):
    """A template language with the tags that a generator has."""

    delimiters: tuple[tuple[str, str], ...]
    """The opening and closing delimiters of tags."""
    tag: re.Pattern[str]
    """A tag, at an opening delimiter; groups: `name`, `arguments`, `closing` (a closing tag). Output tags have none."""
    closing_tag: str
    """A regular expression, as a format string, for the tag that closes the tag of this `name`."""
    tag_name: re.Pattern[str]
    """The beginning of a tag, whose name is group 1."""
    known_tags: frozenset[str]
    """The generator's own tags; a site, its theme and plugins may add more."""
    code_tags: frozenset[str] = frozenset()
    """Tags whose body is shown as code."""
    opaque_tags: frozenset[str] = frozenset()
    """Tags whose body is neither Markdown nor shown as code."""
    capture_tags: frozenset[str] = frozenset()
    """Tags that keep their body for later, unless they assign a value: `{% set x %}...{% endset %}`."""
    verbatim_tags: frozenset[str] = frozenset()
    """Tags whose body holds no tags."""
    comment_openers: frozenset[str] = frozenset()
    """Opening delimiters of comments, which leave nothing on the page."""
    run_in_code_spans: bool = True
    """Whether tags in code spans are run."""
    run_in_fences: bool = True
    """Whether tags in fenced code blocks are run."""
    blocks: BlockTags | None = None
    """None if unclosed tags cannot be recognized."""
    in_code: TagsInCode | None = None
    """None if no tag is run in code, or if the site's settings decide."""
    switches: tuple[tuple[str, Any], ...] = ()
    """The front matter keys, with a value, that switch templates off for a page."""

    def has_body(self, name: str, tag: str) -> bool:
        """Whether a tag with this name and text begins a body that is not Markdown."""
        if name in self.capture_tags:
            return not self.assigns(name, tag)
        return name in self.code_tags or name in self.opaque_tags or name in self.verbatim_tags

    def assigns(self, name: str, tag: str) -> bool:
        """Whether a tag that can capture a body assigns a value instead: `{% set x = 1 %}`."""
        return name in self.capture_tags and "=" in tag

    def are_off(self, data: Mapping[str, Any]) -> bool:
        """Whether a page's front matter switches templates off."""
        return any(data.get(key) == value for key, value in self.switches)
