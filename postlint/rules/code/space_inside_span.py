"""Space inside a code span.

Markdown removes one space from each end of a code span, which sets off a backtick; any other space is shown. It may be
intended, so the fix is unsafe.

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
_LINE = re.compile(r"[^\n]+")
_LONGEST_END = 99
"""Characters: `_END` is searched for only in the end of a line, so that the time is linear."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD038", "no-space-in-code"), changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    for code in post.body.inlines:
        if code.kind == "code" and (text[code.content.start].isspace() or text[code.content.end - 1].isspace()):
            start, end = _extra_spaces(text, code)
            if start and end and "\n" not in text[start.start : end.end]:
                fix = Fix("Remove the spaces", (Edit(start, ""), Edit(end, "")), safe=False)
                yield Finding("space at the start and end of a code span", code.span, fix)
                continue
            for span, side in ((start, "start"), (end, "end")):
                if span:
                    fix = Fix("Remove the spaces", (Edit(span, ""),), safe=False)
                    yield Finding(f"space at the {side} of a code span", span, fix)


def _extra_spaces(text: str, code: Inline) -> tuple[Span | None, Span | None]:
    """The spaces to remove at the start and at the end of a code span."""
    start, end = code.content
    padded = text[start] in " \n" and text[end - 1] in " \n" and bool(text[start:end].strip(" \n"))
    if padded:
        start, end = start + 1, end - 1
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    if not lines:
        return None, None
    (first_start, first_end), (last_start, last_end) = lines[0], lines[-1]
    first = _START.match(text, first_start, first_end)
    last = _END.search(text, max(last_start, last_end - _LONGEST_END), last_end)
    start_tick, end_tick = bool(first and first[2] == "`"), bool(last and last[1] == "`")
    start_count = len(first[1]) - (start_tick and not padded) if first else 0
    end_count = len(last[2]) - (end_tick and not padded) if last else 0
    both = start_count > 0 and end_count > 0 and padded and not start_tick and not end_tick
    return (
        Span(first_start - both, first_start + start_count) if start_count > 0 else None,
        Span(last_end - end_count, last_end + both) if end_count > 0 else None,
    )
