"""A code span begins or ends with a space.

One space at both ends is Markdown's own way to set off a backtick and does not show; any other does. Some are meant:
the fix is not applied without asking.

~~~markdown bad 1
Run `make coffee ` now.
~~~

~~~markdown fixed
Run `make coffee` now.
~~~

~~~markdown good
Run `make coffee` and then `` `date` `` now.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import Inline
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_START = re.compile(r"(\s+)(\S)")
_END = re.compile(r"(\S)(\s+)\Z")


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD038", "no-space-in-code"), changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    for one in post.body.inlines:
        if one.kind == "code" and (text[one.content.start].isspace() or text[one.content.end - 1].isspace()):
            start, end = _spaces(text, one)
            if start and end and "\n" not in text[start.start : end.end]:
                fix = Fix("Remove the spaces", (Edit(start, ""), Edit(end, "")), safe=False)
                yield Finding("space at both ends of a code span", one.span, fix)
                continue
            for span, where in ((start, "start"), (end, "end")):
                if span:
                    fix = Fix("Remove the space", (Edit(span, ""),), safe=False)
                    yield Finding(f"space at the {where} of a code span", span, fix)


def _spaces(text: str, code: Inline) -> tuple[Span | None, Span | None]:
    """What is too much at the start and at the end of a code span's content."""
    start, end = code.content
    padded = text[start] in " \n" and text[end - 1] in " \n" and bool(text[start:end].strip(" \n"))
    if padded:
        start, end = start + 1, end - 1
    pieces = [match.span() for match in re.compile(r"[^\n]+").finditer(text, start, end)]
    if not pieces:
        return None, None
    first, last = (
        _START.match(text, *pieces[0]),
        _END.search(text, max(pieces[-1][0], pieces[-1][1] - 99), pieces[-1][1]),
    )
    start_tick, end_tick = bool(first and first[2] == "`"), bool(last and last[1] == "`")
    start_count = len(first[1]) - (start_tick and not padded) if first else 0
    end_count = len(last[2]) - (end_tick and not padded) if last else 0
    both = start_count > 0 and end_count > 0 and padded and not start_tick and not end_tick
    at, to = pieces[0][0], pieces[-1][1]
    return (
        Span(at - both, at + start_count) if start_count > 0 else None,
        Span(to - end_count, to + both) if end_count > 0 else None,
    )
