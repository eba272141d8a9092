"""Wrong number of spaces after a list marker.

One space is enough. It also makes items of several paragraphs easier to write, because the other lines of an item
are indented as far as its text.

~~~markdown bad 2
- coffee
-   water
~~~

~~~markdown fixed
- coffee
- water
~~~

~~~markdown good
- coffee
- water
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import ListBlock, ListItem
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.columns import CODE_INDENT, column
from postlint.helpers.list_items import shifted

_QUOTE_MARKERS = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?P<marker>[-+*]|\d{1,9}[.)])(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Options:
    ul_single: int = 1
    """Number of spaces after a bullet in lists of one-line items."""
    ol_single: int = 1
    """Number of spaces after a number in lists of one-line items."""
    ul_multi: int = 1
    """Number of spaces after a bullet in other lists."""
    ol_multi: int = 1
    """Number of spaces after a number in other lists."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD030", "list-marker-space"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    differ = options.ul_single != options.ul_multi or options.ol_single != options.ol_multi
    indent = post.generator.markdown.list_indent
    for block in post.lists:
        single = block.last_line - block.line + 1 == len(block.items) and not (differ and _is_continued(post, block))
        if block.ordered:
            expected = (options.ol_single if single else options.ol_multi) or 1
        else:
            expected = (options.ul_single if single else options.ul_multi) or 1
        for item in block.items:
            width = item.content.start - item.marker.end
            if width in (0, expected) or item.content.start == item.content.end:
                continue
            spaces = _width(post, item, width)
            if indent and item.marker.end - item.marker.start + spaces == indent:
                continue  # aligned with what the parser needs below the item
            if spaces != expected:
                message = f"{spaces} space{'s' * (spaces != 1)} after the list marker, expected {expected}"
                span = Span(item.marker.end, item.marker.end + spaces)
                yield Finding(message, span, _fix(post, block, item, expected))


def _is_continued(post: Post, block: ListBlock) -> bool:
    """Whether a list in a block quote is followed there by a line that markdownlint counts as one of the list.

    That is a blank line, a list or a block quote.
    """
    if "quote" not in block.parents or block.last_line == len(post.source.lines):
        return False
    start = post.source.line(block.line).start
    depth = post.text.count(">", start, block.items[0].marker.start)
    following = post.source.lines[block.last_line]
    prefix = _QUOTE_MARKERS.match(following)
    if prefix is None or prefix[0].count(">") < depth:
        return False
    if prefix[0].count(">") > depth or not following[prefix.end() :].strip():
        return True
    item = _ITEM.match(following, prefix.end())
    # A marker further to the left begins the next item of the outer list.
    return item is not None and (
        block.parents[-1] == "quote" or item.start("marker") >= block.items[0].marker.start - start
    )


def _width(post: Post, item: ListItem, length: int) -> int:
    """How many characters of whitespace belong to the marker: all, or one if indented code follows."""
    start = post.source.line(item.line).start
    marker = column(post.text, start, item.marker.end)
    text = column(post.text, start, item.content.start)
    return length if text - marker <= CODE_INDENT else 1


def _fix(post: Post, parent: ListBlock, item: ListItem, expected: int) -> Fix | None:
    space = Span(item.marker.end, item.content.start)
    if expected > CODE_INDENT or space.end - space.start > CODE_INDENT or "\t" in post.text[space.start : space.end]:
        return None
    rest = shifted(post, parent, item, expected - (space.end - space.start), item.line + 1)
    return None if rest is None else Fix("Normalize the space after the marker", (Edit(space, " " * expected), *rest))
