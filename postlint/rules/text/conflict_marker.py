"""Unresolved merge conflict.

Git writes both sides of a conflict into the file. The page then shows the markers and both versions, and front matter
with conflict markers does not parse. Markers in code blocks are not reported, because the post may be about them.

~~~markdown bad 3
Boil the water.

<<<<<<< HEAD
Wait for three minutes.
=======
Wait for four minutes.
>>>>>>> longer
~~~

~~~markdown good
Boil the water.

Wait for four minutes.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule

_MARKER = re.compile(r"^(?:<{7}(?: [^\n]+)?|={7}|>{7}(?: [^\n]+)?)$", re.MULTILINE)
_ONE_WORD = re.compile(r"[<>]{7} \S+(?: \([^\n]*\))?")


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    source = post.source
    markers = [match for match in _MARKER.finditer(text) if source.line_number(match.start()) not in post.code_lines]
    index = 0
    while index < len(markers):
        kinds = "".join(match[0][0] for match in markers[index : index + 3])
        marker = markers[index]
        span = Span(*marker.span())
        if kinds == "<=>":
            first, last = (source.line_number(match.start()) for match in (marker, markers[index + 2]))
            yield Finding(f"unresolved merge conflict (lines {first} to {last}), expected one of its sides", span)
            index += 3
            continue
        if _is_leftover(post, marker):
            yield Finding(f"leftover conflict marker `{marker[0][:7]}`", span)
        index += 1


def _is_leftover(post: Post, marker: re.Match[str]) -> bool:
    """Whether a marker without its counterparts is certainly one, not a heading's underline or a nested quote."""
    if _ONE_WORD.fullmatch(marker[0]) is None:
        return False
    line_above = post.source.lines[max(post.source.line_number(marker.start()) - 2, 0)]
    return marker[0][0] == "<" or not line_above.lstrip().startswith(">")
