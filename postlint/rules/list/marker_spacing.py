"""The text of a list item stands too far from its marker, or too near.

One space is enough, and saves counting where an item has more than one paragraph: its other lines are indented as
far as its text is.

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
from postlint.helpers.list_items import shifted

_STOP = 4
_QUOTE_MARKS = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?P<mark>[-+*]|\d{1,9}[.)])(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Options:
    ul_single: int = 1
    """How many spaces follow a bullet where every item of the list has one line."""
    ol_single: int = 1
    """How many spaces follow a number where every item of the list has one line."""
    ul_multi: int = 1
    """How many spaces follow a bullet in other lists."""
    ol_multi: int = 1
    """How many spaces follow a number in other lists."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD030", "list-marker-space"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    differ = options.ul_single != options.ul_multi or options.ol_single != options.ol_multi
    for one in post.lists:
        single = one.last_line - one.line + 1 == len(one.items) and not (differ and _runs_on(post, one))
        if one.ordered:
            wanted = (options.ol_single if single else options.ol_multi) or 1
        else:
            wanted = (options.ul_single if single else options.ul_multi) or 1
        for item in one.items:
            width = item.content.start - item.marker.end
            if width in (0, wanted) or item.content.start == item.content.end:
                continue
            found = _width(post, item, width)
            if found != wanted:
                spaces = f"{found} space{'s' * (found != 1)}"
                span = Span(item.marker.end, item.marker.end + found)
                yield Finding(f"{spaces} after the list marker, expected {wanted}", span, _fix(post, one, item, wanted))


def _runs_on(post: Post, one: ListBlock) -> bool:
    """Whether a list in a quote is followed there by a blank line, a list or a quote: these count as a line of its."""
    if "quote" not in one.parents or one.last_line == len(post.source.lines):
        return False
    start = post.source.line(one.line).start
    depth = post.text.count(">", start, one.items[0].marker.start)
    following = post.source.lines[one.last_line]
    marks = _QUOTE_MARKS.match(following)
    if marks is None or marks[0].count(">") < depth:
        return False
    if marks[0].count(">") > depth or not following[marks.end() :].strip():
        return True
    item = _ITEM.match(following, marks.end())
    # A marker that stands further left begins the next item of the list around it.
    return item is not None and (one.parents[-1] == "quote" or item.start("mark") >= one.items[0].marker.start - start)


def _width(post: Post, item: ListItem, width: int) -> int:
    """How many characters of white space belong to the marker: one, where indented code follows."""
    start = post.source.line(item.line).start
    marker = len(post.text[start : item.marker.end].expandtabs(_STOP))
    text = len(post.text[start : item.content.start].expandtabs(_STOP))
    return width if text - marker <= _STOP else 1


def _fix(post: Post, parent: ListBlock, item: ListItem, wanted: int) -> Fix | None:
    space = Span(item.marker.end, item.content.start)
    if wanted > _STOP or space.end - space.start > _STOP or "\t" in post.text[space.start : space.end]:
        return None
    rest = shifted(post, parent, item, wanted - (space.end - space.start), item.line + 1)
    return None if rest is None else Fix("Mend the space after the marker", (Edit(space, " " * wanted), *rest))
