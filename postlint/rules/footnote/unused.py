"""Unused footnote.

Generators leave out a footnote without a reference: its text is on no page.

~~~markdown bad 3
It took four hours.

[^laptop]: On a laptop from 2019.
~~~

~~~markdown good
It took four hours.[^laptop]

[^laptop]: On a laptop from 2019.
~~~
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule

_LABEL = re.compile(r"\[\^([^\[\]\n]+)\]")


@post_rule(preset=RECOMMENDED, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    definitions = post.body.footnote_definitions
    if not definitions:
        return
    used = {reference.label.casefold() for reference in post.body.footnote_references}
    unused = [note for note in definitions if note.label.casefold() not in used]
    if not unused:
        return
    # A reference in HTML or in template syntax is not parsed, so any other `[^label]` counts as one.
    counts = Counter(map(str.casefold, _LABEL.findall(post.text, post.body_start)))
    counts.subtract(note.label.casefold() for note in definitions)
    for note in unused:
        if counts[note.label.casefold()] <= 0:
            yield Finding(f"unused footnote {quoted(note.label)}, the page does not show it", note.span)
