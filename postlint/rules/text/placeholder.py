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

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule

_KEYS = ("title", "description", "summary", "excerpt")
_HERE = re.compile(r"\[(?:[Ii]nsert|[Yy]our|[Aa]dd) [^\]\n]{1,40} here\]")
_DUMMY = rf"[Ll]orem ipsum dolor\b|TKTK\b|{_HERE.pattern}"
_DUMMY_WORDS = ("orem ipsum dolor", "TKTK")
_MARKED = re.compile(r":(?![\w:])|\(\w*\):")
_REST = re.compile(r"[.!]?[ \t]*$", re.MULTILINE)
_MARKS = " \t>*+-"


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("TODO", "FIXME", "TBD", "XXX")
    """Words that mark what is to be done: with a colon or brackets after them, or alone."""


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    if not any(word in post.text for word in (*options.words, *_DUMMY_WORDS)) and not _HERE.search(post.text):
        return
    for key in _KEYS:
        value = post.data.get(key)
        if isinstance(value, str) and post.front_matter and any(_placeholders(value, options.words)):
            yield Finding(
                f"placeholder in {quoted(key)}, expected what was to stand there", post.front_matter.span_of((key,))
            )
    for span in _placeholders(post.prose, options.words):
        word = post.source[span]
        if post.prose[span.start : span.end] == word:
            yield Finding(f"placeholder `{word}`, expected what was to stand there", span)


def _placeholders(text: str, words: tuple[str, ...]) -> Iterator[Span]:
    for found in _pattern(words).finditer(text):
        start, end = found.span()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] in ("/", "-", "_"):
            continue
        if not found["word"] or _MARKED.match(text, end) or (_REST.match(text, end) and _begins(text, start)):
            yield Span(start, end)


def _begins(text: str, offset: int) -> bool:
    """Whether a line begins there, but for marks of lists and quotes."""
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip(_MARKS)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{'|'.join(map(re.escape, words)) or '(?!)'})|{_DUMMY}")
