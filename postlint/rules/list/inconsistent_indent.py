"""Inconsistent indentation of list items.

An item that is indented slightly more than the one above it looks nested, but the page shows both on one level.
Numbers may be right-aligned.

~~~markdown bad 2
- coffee
 - ground
- water
~~~

~~~markdown fixed
- coffee
- ground
- water
~~~

~~~markdown good
- coffee
  - ground
- water
~~~

~~~markdown good
 9. coffee
10. water
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import ListBlock, ListItem
from postlint.core.rule import RECOMMENDED, WARNING, Finding, Fix, Post, post_rule
from postlint.helpers.list_items import shifted


@dataclass(frozen=True, slots=True)
class Options:
    count_quote_marks: bool = False
    """Measure from the start of the line. Otherwise `>- a` counts as indented like `> - a`, as it is on the page."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD005", "list-indent", "list/uneven-indent"),
    markdownlint={"count_quote_marks": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    starts = post.source.line_starts
    # Parsers without definition lists read other lists right below a definition.
    definitions = {block.last_line for block in post.body.blocks if block.kind == "definition-list"}
    for block in post.lists:
        if len(block.items) == 1:
            continue
        expected = block.span.start - starts[block.line - 1]
        indents = [item.marker.start - starts[item.line - 1] for item in block.items]
        if "quote" in block.parents and not options.count_quote_marks:
            indents = [_indent_in_quote(post, item) for item in block.items]
            expected = indents[0]
        if indents.count(expected) == len(indents) or block.line - 1 in definitions:
            continue
        yield from _ordered(post, block, indents) if block.ordered else _bullets(post, block, indents)


def _indent_in_quote(post: Post, item: ListItem) -> int:
    """An item's indentation within its block quote, in characters; one space belongs to the quote marker."""
    before = post.text[post.source.line_starts[item.line - 1] : item.marker.start]
    return len(before[before.rfind(">") + 1 :].removeprefix(" "))


def _bullets(post: Post, block: ListBlock, indents: list[int]) -> Iterator[Finding]:
    for item, indent in zip(block.items, indents, strict=True):
        if indent != indents[0]:
            yield _finding(post, block, item, indent, indents[0])


def _ordered(post: Post, block: ListBlock, indents: list[int]) -> Iterator[Finding]:
    """Report misaligned numbers; once a marker ends where the first one does, the list is right-aligned."""
    marker_end = indents[0] + block.items[0].marker.end - block.items[0].marker.start
    right_aligned = False
    for item, indent in zip(block.items, indents, strict=True):
        if indent == indents[0] and not right_aligned:
            continue
        width = item.marker.end - item.marker.start
        if indent + width == marker_end:
            right_aligned = True
        else:
            yield _finding(post, block, item, indent, marker_end - width if right_aligned else indents[0])


def _finding(post: Post, block: ListBlock, item: ListItem, indent: int, expected: int) -> Finding:
    edits = shifted(post, block, item, expected - indent, item.line)
    message = f"list item indented by {indent} space{'s' * (indent != 1)}, expected {expected}"
    return Finding(message, item.marker, Fix("Match the other items' indentation", edits) if edits else None)
