"""Wrong number of an ordered list item.

The page counts from the first number on, whatever the other numbers are. They should count as well, or all be the
same.

~~~markdown bad 3
1. Grind the beans.
2. Boil the water.
2. Pour.
~~~

~~~markdown fixed
1. Grind the beans.
2. Boil the water.
3. Pour.
~~~

~~~markdown good
1. Grind the beans.
1. Boil the water.
1. Pour.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import ListBlock, ListItem
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.list_items import shifted

_SHOWN = {"one": "1, 1, 1", "ordered": "1, 2, 3", "zero": "0, 0, 0"}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["one", "ordered", "one_or_ordered", "zero"] = "one_or_ordered"
    """Always 1, counting from 1 or 0, either of the two (the list's second number decides), or always 0."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD029", "ol-prefix"), changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for block in post.lists:
        if not block.ordered:
            continue
        numbers = [int(post.text[item.marker.start : item.marker.end - 1]) for item in block.items]
        style, expected = _style(options, numbers)
        safe = numbers[0] == expected  # The page counts from the first number.
        for item, number in zip(block.items, numbers, strict=True):
            if number != expected:
                message = f"list item number {number}, expected {expected} (numbering {_SHOWN[style]})"
                yield Finding(message, item.marker, _fix(post, block, item, expected, safe))
            expected += style == "ordered"


def _style(options: Options, numbers: list[int]) -> tuple[str, int]:
    """The style that applies to a list, and the expected first number."""
    counts = len(numbers) >= 2 and (numbers[1] != 1 or numbers[0] == 0)
    style: str = options.style
    if style == "one_or_ordered":
        style = "ordered" if counts else "one"
    return style, 0 if style == "zero" or (style == "ordered" and counts and numbers[0] == 0) else 1


def _fix(post: Post, parent: ListBlock, item: ListItem, number: int, safe: bool) -> Fix | None:
    digits = Span(item.marker.start, item.marker.end - 1)
    wider = len(str(number)) - (digits.end - digits.start)
    rest = shifted(post, parent, item, wider, item.line + 1) if wider and item.line < item.last_line else ()
    return None if rest is None else Fix(f"Change the number to {number}", (Edit(digits, str(number)), *rest), safe)
