"""Bullet lists are written with different markers.

`-`, `*` and `+` make the same bullets. One of them throughout is easier to read and to edit; and where the marker
changes within what looks like one list, two lists come of it.

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
_OTHER = {"-": "+", "+": "*", "*": "-"}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "asterisk", "dash", "plus", "sublist"] = "consistent"
    """The marker: the first one of the post, one of the three, or for each level of nesting another."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD004", "ul-style", "list/mixed-marker"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    wanted = _MARKERS.get(options.style)
    levels: dict[int, str] = {}
    touching: frozenset[int] | None = None
    for one in post.lists:
        if one.ordered:
            continue
        found = text[one.span.start]
        if options.style == "sublist":
            level = sum(parent != "quote" for parent in one.parents)
            if level not in levels:
                levels[level] = _OTHER[found] if levels.get(level - 1) == found else found
            wanted = levels[level]
        elif wanted is None:
            wanted = found
        if found != wanted:
            touching = _touching(post) if touching is None else touching
            for item in one.items:
                fix = Fix(f"Write `{wanted}`", (Edit(item.marker, wanted),)) if one.span.start not in touching else None
                yield Finding(f"list marker `{found}`, expected `{wanted}`", item.marker, fix)


def _touching(post: Post) -> frozenset[int]:
    """Where lists begin that only their markers keep apart from the one above or below."""
    found: set[int] = set()
    last: dict[int, ListBlock] = {}
    for one in post.lists:
        above = last.get(len(one.parents))
        if above and above.parents == one.parents and not post.text[above.span.end : one.span.start].strip(" \t\n>"):
            found |= {above.span.start, one.span.start}
        last[len(one.parents)] = one
    return frozenset(found)
