"""Empty footnote.

Readers follow the reference and find nothing: the text was to be added later, or it is below the definition without the
indentation that makes it part of the footnote.

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
            yield Finding(f"footnote {quoted(note.label)} is empty, expected text after the colon", note.span)
