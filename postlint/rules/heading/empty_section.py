"""A section has nothing in it.

A heading is followed by the next one of its level, or by the end of the post: its text was to be written later, or
has gone and left its heading behind. Comments are nothing; a heading of a deeper level below is something.

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
from postlint.helpers.lines import without_comments

_TEXT = re.compile(r"\S")
_ATTRIBUTES = re.compile(r"^[ \t]*\{[:.#][^{}\n]*\}[ \t]*$", re.MULTILINE)


@post_rule(preset=OPT_IN, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    headings = [one for one in post.headings if not one.container]
    for one, following in zip_longest(headings, headings[1:]):
        if following is not None and following.level > one.level:
            continue
        end = len(post.text) if following is None else following.span.start
        start = post.source.line(one.last_line).end
        first = _TEXT.search(post.text, start, end)
        if first and first[0] not in "<{":
            continue
        between = without_comments(post.text[start:end])
        if not _ATTRIBUTES.sub("", between).strip():
            what = "the end of the post" if following is None else "the next heading"
            yield Finding(f"nothing stands between this heading and {what}", one.span)
