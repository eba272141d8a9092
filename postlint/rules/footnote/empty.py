"""A footnote says nothing.

Readers follow the mark and find an empty note: its text was to be filled in later, or stands below without the
indentation that makes it the note's.

~~~markdown bad 3
It took four hours.[^time]

[^time]:
~~~

~~~markdown good
It took four hours.[^time]

[^time]: On a laptop.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for note in post.body.footnote_definitions:
        if note.empty:
            yield Finding(f"the footnote {quoted(note.label)} is empty, expected its text after the colon", note.span)
