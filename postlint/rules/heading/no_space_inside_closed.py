"""A closed heading's hashes have no space inside them.

Hashes that touch the text do not close a heading: the page shows them. Where the space after the first ones is
missing as well, it is no heading at all.

~~~markdown bad 1
## Setup##

Install it.
~~~

~~~markdown fixed
## Setup ##

Install it.
~~~

~~~markdown good
## Setup ##

## From C to C#

Install it.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from postlint.core.body import lines_of
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_CLOSED = re.compile(
    r"(?P<left>#++)(?P<before>[ \t]*+)(?P<text>[^# \t\\\n]|[^# \t\n][^#\n]*?[^# \t\\\n])(?P<after>[ \t]*+)"
    r"(?P<escape>(?:\\#)?+)(?P<right>#++)[^\S\n]*+$",
    re.MULTILINE,
)
_LAST_HASH = re.compile(r"#[^\S\n]*+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    single_hash: bool = False
    """Also report one hash, or an escaped one, behind the text: `C#` and `#topic#` are meant so."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD020", "no-missing-space-closed-atx"),
    markdownlint={"single_hash": True},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    starts = (text.rfind("\n", 0, one.start()) + 1 for one in _LAST_HASH.finditer(text, post.body_start))
    lines = [one for one in map(partial(_CLOSED.match, text), starts) if one]
    found = [one for one in lines if not one["before"] or not one["after"] or one["escape"]]
    if not options.single_hash:
        found = [one for one in found if len(one["right"]) > 1 and not one["escape"]]
    if not found:
        return
    kinds = {"html"} if options.single_hash else {"html", "math"}  # markdownlint reads formulas, too
    unread = lines_of(one for one in post.body.blocks if one.kind in kinds)
    for match in found:
        line = post.source.line_number(match.start())
        if line in post.code_lines or line in unread:
            continue
        span = Span(*match.span("right" if match["before"] else "left"))
        new = f"{match['left']} {match['text']} {match['escape']}{' ' * bool(match['escape'])}{match['right']}"
        fix = Fix("Insert the space", (Edit(Span(*match.span()), new),), safe=len(match["right"]) > 1)
        yield Finding(f"no space between the heading's text and its {quoted(match['right'])}", span, fix)
