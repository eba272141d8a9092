"""Placeholder left in the text.

`TODO`, `FIXME` or _lorem ipsum_ show readers that the post is unfinished. Placeholder words within a sentence
("a TODO list"), in comments and in code are not reported.

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

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule

_KEYS = ("title", "description", "summary", "excerpt")
_INSERT_HERE = re.compile(r"\[(?:[Ii]nsert|[Yy]our|[Aa]dd) [^\]\n]{1,40} here\]")
_DUMMY_TEXT = rf"[Ll]orem ipsum dolor\b|TKTK\b|{_INSERT_HERE.pattern}"
_DUMMY_WORDS = ("orem ipsum dolor", "TKTK")
_TASK_MARK = re.compile(r":(?![\w:])|\(\w*\):")
_REST_OF_LINE = re.compile(r"[.!]?[ \t]*$", re.MULTILINE)
_BLOCK_MARKERS = " \t>*+-"


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("TODO", "FIXME", "TBD", "XXX")
    """Placeholder words; reported if alone on a line or followed by a colon or `(name):`."""


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    if not any(word in post.text for word in (*options.words, *_DUMMY_WORDS)) and not _INSERT_HERE.search(post.text):
        return
    for key in _KEYS:
        value = post.data.get(key)
        if isinstance(value, str) and post.front_matter and any(_placeholders(value, options.words)):
            yield Finding(f"placeholder left in {quoted(key)}", post.front_matter.span_of((key,)))
    for span in _placeholders(post.prose, options.words):
        word = post.source[span]
        if post.prose[span.start : span.end] == word:
            yield Finding(f"placeholder {quoted(word)} left in the text", span)


def _placeholders(text: str, words: tuple[str, ...]) -> Iterator[Span]:
    for match in _pattern(words).finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] in ("/", "-", "_"):
            continue
        alone = _REST_OF_LINE.match(text, end) and _is_at_line_start(text, start)
        if not match["word"] or alone or _TASK_MARK.match(text, end):
            yield Span(start, end)


def _is_at_line_start(text: str, offset: int) -> bool:
    """Whether only list and block quote markers precede an offset on its line."""
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip(_BLOCK_MARKERS)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{'|'.join(map(re.escape, words)) or '(?!)'})|{_DUMMY_TEXT}")
