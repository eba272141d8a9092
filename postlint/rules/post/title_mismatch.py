"""First heading that differs from the title.

Lists, feeds and search results show the `title`, but the page shows the level-1 heading at its top: readers wonder
whether they are on the right page. Case, punctuation and markup are ignored. Posts with several level-1 headings use
them for sections and are not reported.

~~~markdown bad 5
---
title: Tea in five minutes
---

# How to make tea

Boil the water first.
~~~

~~~markdown good
---
title: Tea in five minutes
---

# Tea in five minutes

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, Post, post_rule
from postlint.helpers.html import without_comments

_NOT_WORD = re.compile(r"[\W_]+")


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    title = next((value for key, value in post.data.items() if key.lower() == "title"), None)
    if not isinstance(title, str) or not title or not post.headings:
        return
    heading = post.headings[0]
    has_more = any(other.level == 1 for other in post.headings[1:])
    if heading.level != 1 or heading.container or has_more or post.masked(heading.span):
        return
    above = post.masked_text[post.body_start : heading.span.start]
    if not without_comments(above).strip() and _words(title) != _words(heading.plain) != "":
        yield Finding(f"level-1 heading {quoted(heading.plain)}, expected the title {quoted(title)}", heading.span)


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()
