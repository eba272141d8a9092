"""The items of one list stand at different indents.

An item that is indented a little more than the one above it looks nested, and is not: the page shows both at one
level. Numbers may be aligned at their right.

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
    """Measure from the start of the line. Else `>- a` stands as far in as `> - a`, as it does on the page."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD005", "list-indent", "list/uneven-indent"),
    markdownlint={"count_quote_marks": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    starts = post.source.line_starts
    # Right below a definition, parsers that know none see other lists.
    definitions = {block.last_line for block in post.body.blocks if block.kind == "definition-list"}
    for one in post.lists:
        if len(one.items) == 1:
            continue
        wanted = one.span.start - starts[one.line - 1]
        indents = [item.marker.start - starts[item.line - 1] for item in one.items]
        if "quote" in one.parents and not options.count_quote_marks:
            indents = [_after_marks(post, item) for item in one.items]
            wanted = indents[0]
        if indents.count(wanted) == len(indents) or one.line - 1 in definitions:
            continue
        yield from _ordered(post, one, indents) if one.ordered else _bullets(post, one, indents)


def _after_marks(post: Post, item: ListItem) -> int:
    """How far an item is indented within its quote, whose mark takes a space after it."""
    before = post.text[post.source.line_starts[item.line - 1] : item.marker.start]
    return len(before[before.rfind(">") + 1 :].removeprefix(" "))


def _bullets(post: Post, one: ListBlock, indents: list[int]) -> Iterator[Finding]:
    for item, indent in zip(one.items, indents, strict=True):
        if indent != indents[0]:
            yield _finding(post, one, item, indent, indents[0])


def _ordered(post: Post, one: ListBlock, indents: list[int]) -> Iterator[Finding]:
    """The first item that is not where the first one is says whether numbers are aligned at the right."""
    end = indents[0] + one.items[0].marker.end - one.items[0].marker.start
    right = False
    for item, indent in zip(one.items, indents, strict=True):
        if indent == indents[0] and not right:
            continue
        width = item.marker.end - item.marker.start
        if indent + width == end:
            right = True
        else:
            yield _finding(post, one, item, indent, end - width if right else indents[0])


def _finding(post: Post, one: ListBlock, item: ListItem, indent: int, wanted: int) -> Finding:
    edits = shifted(post, one, item, wanted - indent, item.line)
    message = f"list item indented by {indent}, expected {wanted} as the list's first one"
    return Finding(message, item.marker, Fix("Indent it as the others", edits) if edits else None)
