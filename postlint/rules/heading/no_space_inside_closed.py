"""No space inside the markers of a closed heading.

Hashes right after the text do not close a heading: the page shows them. Without a space after the first hashes, it is
not a heading at all.

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
from postlint.core.messages import backticked
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
    """Also report a single hash, or an escaped one, after the text, as in `C#` and `#topic#`."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD020", "no-missing-space-closed-atx"),
    markdownlint={"single_hash": True},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    starts = (text.rfind("\n", 0, match.start()) + 1 for match in _LAST_HASH.finditer(text, post.body_start))
    lines = [match for match in map(partial(_CLOSED.match, text), starts) if match]
    matches = [match for match in lines if not match["before"] or not match["after"] or match["escape"]]
    if not options.single_hash:
        matches = [match for match in matches if len(match["right"]) > 1 and not match["escape"]]
    if not matches:
        return
    kinds = {"html"} if options.single_hash else {"html", "math"}  # markdownlint also checks formulas
    excluded = lines_of(block for block in post.body.blocks if block.kind in kinds)
    for match in matches:
        line = post.source.line_number(match.start())
        if line in post.code_lines or line in excluded:
            continue
        side = "right" if match["before"] else "left"
        span = Span(*match.span(side))
        new = f"{match['left']} {match['text']} {match['escape']}{' ' * bool(match['escape'])}{match['right']}"
        fix = Fix("Insert a space", (Edit(Span(*match.span()), new),), safe=len(match["right"]) > 1)
        yield Finding(f"no space between the heading text and {backticked(match[side])}", span, fix)
