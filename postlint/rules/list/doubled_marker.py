"""Doubled list marker.

`- - text` is a list inside a list item with nothing else in it: the page shows two bullets before the text. This
happens when a line that already has a marker is made a list item again.

~~~markdown bad 2
- coffee
- - water
- sugar
~~~

~~~markdown fixed
- coffee
- water
- sugar
~~~

~~~markdown good
- coffee
- - water, cold
  - water, hot
- sugar
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.masked_text
    ends: dict[int, int] = {}
    for block in post.lists:
        if not block.parents or block.parents[-1] != "bullet" or block.ordered or len(block.items) > 1:
            continue  # An inner list with more items is intended.
        start = block.span.start
        before = text[post.source.line(block.line).start : start].rstrip(" \t")
        item = block.items[0]
        if before[-1:] != text[start]:
            continue
        outer = post.source.line(block.line).start + len(before) - 1
        ends = ends or {item.marker.start: item.last_line for outer_list in post.lists for item in outer_list.items}
        if ends.get(outer) != block.last_line:
            continue  # The outer item has more content.
        fix = None
        if block.line == block.last_line:
            fix = Fix("Remove the second marker", (Edit(Span(start, item.content.start), ""),))
        yield Finding(f"doubled list marker `{text[start]}`", Span(outer, item.marker.end), fix)
