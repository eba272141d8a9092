"""Trailing punctuation in a heading.

A heading is the name of a section, not a sentence. Question marks are allowed.

~~~markdown bad 1
## Getting started:

Install it.
~~~

~~~markdown fixed
## Getting started

Install it.
~~~

~~~markdown good
## Where to start?

Install it.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]{2,31}|blk\d{2}|emsp1[34]|frac\d{2}|sup\d|there4);\Z")
_EMOJI = re.compile(
    r":(?:[abmovx]|[-+]1|100|1234|(?:1st|2nd|3rd)_place_medal|8ball|clock\d{1,4}|e-mail|non-potable_water|o2|t-rex"
    r"|u5272|u5408|u55b6|u6307|u6708|u6709|u6e80|u7121|u7533|u7981|u7a7a|[a-z]{2,15}2?|[a-z]{1,14}(?:_[a-z\d]{1,16})+):\Z"
)
_LONGEST_CODE = 70
"""Characters."""


@dataclass(frozen=True, slots=True)
class Options:
    punctuation: str = ".,;:!。，；：！"
    """The characters not allowed at the end of a heading."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD026", "no-trailing-punctuation"), changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for heading in post.headings:
        text = heading.text
        if text and text[-1] in options.punctuation and not _ends_in_code(text):
            rest = text.rstrip(options.punctuation)
            punctuation = text[len(rest) :]
            span = Span(heading.content.start + len(rest.rstrip()), heading.content.end)
            fix = Fix("Remove the punctuation", (Edit(span, ""),)) if rest.strip() else None
            yield Finding(f"heading ends in {quoted(punctuation)}", span, fix)


def _ends_in_code(text: str) -> bool:
    """Whether it ends in a character reference or the code of an emoji."""
    tail = text[-_LONGEST_CODE:]
    return _ENTITY.search(tail) is not None or _EMOJI.search(tail) is not None
