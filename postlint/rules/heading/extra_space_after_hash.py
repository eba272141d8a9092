"""Multiple spaces after a heading marker.

The page looks the same, but a search for the heading in the source does not find it.

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
                fix = Fix("Remove the extra spaces", (Edit(Span(gap.start + 1, gap.end), ""),))
                yield Finding(f"{count} spaces after the heading marker, expected 1", gap, fix)
