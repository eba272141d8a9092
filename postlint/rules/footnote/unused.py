"""A footnote is defined that nothing refers to.

Generators leave it out: what it says is on no page.

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

from collections import Counter
from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    definitions = post.body.footnote_definitions
    if not definitions:
        return
    used = {one.label.casefold() for one in post.body.footnote_references}
    unused = [note for note in definitions if note.label.casefold() not in used]
    if not unused:
        return
    counts = Counter(note.label.casefold() for note in definitions)
    text = post.text.casefold()
    for note in unused:
        label = note.label.casefold()
        # It may be referred to in HTML or template text that was not read: any other `[^label]` will do.
        if text.count(f"[^{label}]") <= counts[label]:
            yield Finding(f"nothing refers to the footnote '{note.label}', so no page shows it", note.span)
