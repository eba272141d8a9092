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

from postlint.core.body import Footnote
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    below = post.generator.markdown.footnote_text_below
    for note in post.body.footnote_definitions:
        if note.empty and not (below and _has_text_below(post, note)):
            yield Finding(f"footnote {quoted(note.label)} is empty, expected text after the colon", note.span)


def _has_text_below(post: Post, note: Footnote) -> bool:
    line = post.source.line_number(note.span.end)
    return line < len(post.source.lines) and post.source.lines[line].strip() != ""
