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

import re
from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_TWICE = re.compile(r"^[ \t>]*([-+*])[ \t]+(?P<second>\1)[ \t]+(?=\S)", re.MULTILINE)


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    seconds = {match.start("second"): match.start(1) for match in _TWICE.finditer(post.masked_text)}
    if not seconds:
        return
    items = {item.marker.start: item for one in post.lists for item in one.items}
    for one in post.lists:
        first = seconds.get(one.span.start)
        outer = None if first is None else items.get(first)
        if outer is None or len(one.items) > 1 or outer.last_line != one.last_line:
            continue  # an inner list with more to it is meant
        item = one.items[0]
        fix = None
        if outer.line == outer.last_line:
            fix = Fix("Remove the second marker", (Edit(Span(item.marker.start, item.content.start), ""),))
        mark = post.source[item.marker]
        yield Finding(f"list marker `{mark}` twice, expected it once", Span(outer.marker.start, item.marker.end), fix)
