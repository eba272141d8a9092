"""Multiple spaces inside the markers of a closed heading.

The page looks the same, but a search for the heading in the source does not find it.

~~~markdown bad 1
##  Setup   ##

Install it.
~~~

~~~markdown fixed
## Setup ##

Install it.
~~~

~~~markdown good
## Setup ##

Install it.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD021", "no-multiple-space-closed-atx"))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for heading in post.headings:
        if heading.style == "closed" and heading.marker:
            closing = post.source[Span(heading.content.end, heading.span.end)].rstrip("#")
            gaps = [Span(heading.marker.end, heading.content.start)]
            gaps.append(Span(heading.content.end, heading.content.end + len(closing)))
            wide = [gap for gap in gaps if gap.end - gap.start > 1]
            if wide:
                edits = tuple(Edit(Span(gap.start + 1, gap.end), "") for gap in wide)
                side = "both ends" if len(wide) == 2 else "the start" if wide[0] is gaps[0] else "the end"
                fix = Fix("Remove the extra spaces", edits)
                yield Finding(f"multiple spaces inside the heading markers at {side}, expected 1", wide[0], fix)
