"""Empty section.

A heading is followed by the next one of its level, or by the end of the post: its text was to be written later, or was
removed without the heading. Comments do not count as text; a heading of a deeper level does.

~~~markdown bad 3
## Setup

### Linux

### Windows

Download it.
~~~

~~~markdown good
## Setup

### Linux

Install the package.

### Windows

Download it.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from postlint.core.rule import OPT_IN, WARNING, Finding, NoOptions, Post, post_rule
from postlint.helpers.html import without_comments
from postlint.helpers.lines import ATTRIBUTE_LIST

_NOT_SPACE = re.compile(r"\S")
_ATTRIBUTE_LINE = re.compile(rf"^[ \t]*{ATTRIBUTE_LIST}[ \t]*$", re.MULTILINE)


@post_rule(preset=OPT_IN, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    headings = [heading for heading in post.headings if not heading.container]
    for heading, following in zip_longest(headings, headings[1:]):
        if following is not None and following.level > heading.level:
            continue
        end = len(post.text) if following is None else following.span.start
        start = post.source.line(heading.last_line).end
        first = _NOT_SPACE.search(post.text, start, end)
        if first and first[0] not in "<{":
            continue
        between = without_comments(post.text[start:end])
        if not _ATTRIBUTE_LINE.sub("", between).strip():
            end_of_section = "the end of the post" if following is None else "the next heading"
            yield Finding(f"empty section, no text before {end_of_section}", heading.span)
