"""A placeholder was left in the text.

`TODO`, `FIXME` or _lorem ipsum_ tell readers that the post is not done. Words of the text ("a TODO list") are not
meant, nor are comments and code.

~~~markdown bad 3 5
Put water on.

TODO: how much coffee?

Lorem ipsum dolor sit amet.
~~~

~~~markdown good
Put water on your TODO list.

<!-- TODO: how much coffee? -->
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule

_KEYS = ("title", "description", "summary", "excerpt")
_DUMMY = r"\b[Ll]orem [Ii]psum dolor\b|\bTKTK\b|\[(?:[Ii]nsert|[Yy]our|[Aa]dd) [^\]\n]{1,40} here\]"
_DUMMY_TEXT = re.compile(_DUMMY)


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("TODO", "FIXME", "TBD", "XXX")
    """Words that mark what is to be done: with a colon or brackets after them, or alone."""


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    if not any(word in post.text for word in options.words) and not _DUMMY_TEXT.search(post.text):
        return
    pattern = _pattern(options.words)
    for key in _KEYS:
        value = post.data.get(key)
        if isinstance(value, str) and post.front_matter and pattern.search(value):
            yield Finding(f"placeholder in '{key}', expected what was to stand there", post.front_matter.place((key,)))
    for found in pattern.finditer(post.prose, post.body_start):
        start = found.end() - len(found[0].lstrip(" \t>*+-"))
        span = Span(start, found.end())
        if post.prose[span.start : span.end] == post.text[span.start : span.end]:
            yield Finding(f"placeholder `{found[0].strip()}`, expected what was to stand there", span)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(map(re.escape, words)) or "(?!)"
    marked = rf"(?<![\w/`-])(?:{each})(?=:(?![\w:])|\(\w*\):)"
    alone = rf"(?m:^[ \t>*+-]*(?:{each})[.!]?[ \t]*$)"
    return re.compile(f"{marked}|{alone}|{_DUMMY}")
