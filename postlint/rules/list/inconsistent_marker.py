"""Inconsistent bullet list markers.

`-`, `*` and `+` make the same bullets. A single marker is easier to read and to edit. If the marker changes within
what looks like one list, it becomes two lists.

~~~markdown bad 5 6
- coffee
- water

Of the filters,
* paper
* or cloth

will do.
~~~

~~~markdown fixed
- coffee
- water

Of the filters,
- paper
- or cloth

will do.
~~~

~~~markdown good
- coffee
- water
  - cold
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import ListBlock
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, post_rule

_MARKERS = {"asterisk": "*", "dash": "-", "plus": "+"}
_NEXT_LEVEL = {"-": "+", "+": "*", "*": "-"}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "asterisk", "dash", "plus", "sublist"] = "consistent"
    """The marker of the first list (`consistent`), a given marker, or a different one on each level (`sublist`)."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD004", "ul-style", "list/mixed-marker"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    expected = _MARKERS.get(options.style)
    levels: dict[int, str] = {}
    adjacent: frozenset[int] | None = None
    for block in post.lists:
        if block.ordered:
            continue
        marker = text[block.span.start]
        if options.style == "sublist":
            level = sum(parent != "quote" for parent in block.parents)
            if level not in levels:
                levels[level] = _NEXT_LEVEL[marker] if levels.get(level - 1) == marker else marker
            expected = levels[level]
        elif expected is None:
            expected = marker
        if marker != expected:
            adjacent = _adjacent_lists(post) if adjacent is None else adjacent
            for item in block.items:
                fix = None
                if block.span.start not in adjacent:
                    fix = Fix(f"Change to `{expected}`", (Edit(item.marker, expected),))
                yield Finding(f"list marker `{marker}`, expected `{expected}`", item.marker, fix)


def _adjacent_lists(post: Post) -> frozenset[int]:
    """The start offsets of lists that only their markers separate from the list above or below."""
    starts: set[int] = set()
    last: dict[int, ListBlock] = {}
    for block in post.lists:
        above = last.get(len(block.parents))
        if (
            above
            and above.parents == block.parents
            and not post.text[above.span.end : block.span.start].strip(" \t\n>")
        ):
            starts |= {above.span.start, block.span.start}
        last[len(block.parents)] = block
    return frozenset(starts)
