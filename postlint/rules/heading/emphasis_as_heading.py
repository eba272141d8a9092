"""A line of bold or italic text stands where a heading would.

It looks like a heading and is none: no outline, no table of contents and no screen reader finds it.

~~~markdown bad 1
**Grinding the beans**

Not too fine.
~~~

~~~markdown good
## Grinding the beans

Not too fine.

**Never boil the coffee!**
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule

_TAG = r"<[/!?]?[a-zA-Z](?:[^<>\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*+>"
_ALONE = re.compile(rf"(?:{_TAG}|[ \t])*+(?P<mark>\*\*?+|__?+)(?P<text>[^\n*_]+)(?P=mark)(?:{_TAG}|[ \t])*+")
_MARKUP = re.compile(r"[\[\]!`<$\n]|\\[!-/:-@\[-`{-~]|&#?\w+;|https?://|www\.|\w@\w|(?<!\w):[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Options:
    punctuation: str = ".,;:!?。，；：！？"
    """The characters at its end that make it a sentence."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD036", "no-emphasis-as-heading"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    for block in post.body.blocks:
        if block.container or block.kind not in ("paragraph", "html"):
            continue
        start, end = block.span
        if text[start] not in "*_<" or not (found := _ALONE.fullmatch(text, start, end)):
            continue
        span = Span(*found.span("text"))
        if _MARKUP.search(found["text"]) or found["text"][-1] in options.punctuation or post.masked(span):
            continue
        yield Finding(f"'{found['text']}' stands alone in emphasis, expected a heading", span)
