"""A list item begins with its marker twice.

`- - text` is a list within a list that has nothing else in it: the page shows two bullets before the text. It is
what remains when a line that had its marker was made an item again.

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
    for one in post.lists:
        if not one.parents or one.parents[-1] != "bullet" or one.ordered or len(one.items) > 1:
            continue  # an inner list with more to it is meant
        start = one.span.start
        above = text[post.source.line(one.line).start : start].rstrip(" \t")
        item = one.items[0]
        if above[-1:] != text[start]:
            continue
        outer = post.source.line(one.line).start + len(above) - 1
        ends = ends or {each.marker.start: each.last_line for every in post.lists for each in every.items}
        if ends.get(outer) != one.last_line:
            continue  # the outer item goes on
        fix = None
        if one.line == one.last_line:
            fix = Fix("Remove the second marker", (Edit(Span(start, item.content.start), ""),))
        yield Finding(f"list marker `{text[start]}` twice, expected it once", Span(outer, item.marker.end), fix)
