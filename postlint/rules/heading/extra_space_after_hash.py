"""More than one space stands between a heading's hashes and its text.

The page shows the same; searching the source for a heading does not find it.

~~~markdown bad 1
##  Setup

Install it.
~~~

~~~markdown fixed
## Setup

Install it.
~~~

~~~markdown good
## Setup

Install it.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD019", "no-multiple-space-atx"))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for heading in post.headings:
        if heading.style == "atx" and heading.marker:
            gap = Span(heading.marker.end, heading.content.start)
            if heading.content.start == heading.content.end:
                gap = Span(gap.start, post.source.line(heading.line).end)
            if (count := gap.end - gap.start) > 1:
                fix = Fix("Leave one space", (Edit(Span(gap.start + 1, gap.end), ""),))
                yield Finding(f"{count} spaces after the heading's hashes, expected 1", gap, fix)
