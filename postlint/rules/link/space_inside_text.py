"""Space at the start or end of a link's text.

Most pages underline links, and the space with them.

~~~markdown bad 1 1
Read [ the manual ](https://example.org) first.
~~~

~~~markdown fixed
Read [the manual](https://example.org) first.
~~~

~~~markdown good
Read [the manual](https://example.org) first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_AT_START = re.compile(r"[^\S\n]+")


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD039", "no-space-in-links"), changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for link in post.links:
        text = link.text
        if not text or link.kind == "autolink" or not (text[0].isspace() or text[-1].isspace()):
            continue
        start, end = link.text_span
        if text[0].isspace():
            match = _AT_START.match(text)
            yield _finding("begins", Span(start, start + match.end()) if match else Span(start + 1, start + 1))
        if text[-1].isspace():
            kept = len(text.rstrip())
            space = len(text) - (text.rfind("\n", kept) + 1 or kept)
            # Without a space, the text ends with a line end; indentation of a list may follow it in the file.
            at = end - space if space or post.text[end] != "]" else end - 1
            yield _finding("ends", Span(at, at + space))


def _finding(verb: str, span: Span) -> Finding:
    fix = Fix("Remove the space", (Edit(span, ""),)) if span.end > span.start else None
    return Finding(f"link text {verb} with {'whitespace' if fix else 'a line break'}, expected none", span, fix)
