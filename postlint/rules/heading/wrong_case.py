"""Heading not in the configured case.

In sentence case, only the first word and names begin with a capital. A word that the post also writes with a capital in
the middle of a sentence counts as a name. Words with capitals or digits inside (`GitHub`, `NASA`, `py3`) and code are
not changed.

~~~markdown bad 1
## How To Brew Coffee

Put water on.
~~~

~~~markdown fixed
## How to brew coffee

Put water on.
~~~

~~~markdown good
## Brewing with Melitta

We pour into a Melitta filter.
~~~

In title case, every word begins with a capital, except short words in the middle.

~~~toml options
style = "title"
~~~

~~~markdown bad 1
## How to brew coffee
~~~

~~~markdown good
## How to Brew Coffee with `drip`
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import lines_of
from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
# Begins with the space, which is rarer than letters, so that the search is fast.
_NAME = re.compile(r"[ \n](?=[A-Z])(?:(?<=[a-z][ \n])|(?<=[a-z],[ \n]))([A-Z][\w'’-]*\w)")
# What sentence case might change: a capital after the first word, or a first word without one.
_MAY_DIFFER = re.compile(r"(?<=[\W_])[A-Z][a-z]|^[\W_]*[a-z]")
_PUNCTUATION = " ,*_~[]()&'‘’"
_SHORT_WORD = re.compile(
    r"an?|the|and|but|n?or|so|yet|for|of|in|on|at|to|by|up|as|if|is|it|vs|via|off|out|per|with|from|into|over|than"
)
_ALWAYS_CAPITALIZED = re.compile(
    r"I|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["sentence", "title"] = "sentence"
    """The case of headings."""
    names: tuple[str, ...] = ()
    """Words that are always written as listed here."""


@post_rule(preset=OPT_IN, severity=WARNING, changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    names = set(options.names)
    names_complete = options.style == "title"
    for heading in post.headings:
        if options.style == "sentence" and not _MAY_DIFFER.search(heading.text):
            continue
        if post.masked(heading.content) or not any(_edits(post, heading.content, options.style, names)):
            continue
        if not names_complete:  # only if a word may be a name
            names, names_complete = names | _names(post), True
        edits = tuple(_edits(post, heading.content, options.style, names))
        if edits:
            words = ", ".join(quoted(edit.text) for edit in edits[:3]) + (", ..." if len(edits) > 3 else "")
            message = f"heading is not in {options.style} case, expected {words}"
            yield Finding(message, heading.content, Fix("Change the case", edits, safe=False))


def _names(post: Post) -> set[str]:
    """The words that begin with a capital in the middle of a sentence."""
    headings = lines_of(post.headings)
    return {match[1] for match in _NAME.finditer(post.prose) if post.source.line_number(match.start(1)) not in headings}


def _edits(post: Post, content: Span, style: str, names: set[str]) -> Iterator[Edit]:
    text = post.prose[content.start : content.end]
    words = list(_WORD.finditer(text))
    at = content.start
    for index, match in enumerate(words):
        word = match[0]
        between = post.text[at : content.start + match.start()]
        at = content.start + match.end()
        last = index == len(words) - 1 and not post.text[at : content.end].strip(_PUNCTUATION + ".?!")
        if not between.strip(_PUNCTUATION):
            expected = _in_case(word, style, index == 0, last)
        elif style == "sentence":
            continue  # after a colon, a number or code, both are right
        else:
            expected = _in_case(word, style, True, False) if not _SHORT_WORD.fullmatch(word.lower()) else word
        if (
            expected != word
            and not _ALWAYS_CAPITALIZED.match(word)
            and not {word, word.removesuffix("'s").removesuffix("’s")} & names
        ):
            yield Edit(Span(content.start + match.start(), content.start + match.end()), expected)


def _in_case(word: str, style: str, first: bool, last: bool) -> str:
    """A word in the style; unchanged if it has capitals inside, non-ASCII letters, underscores or dots."""
    if not (word.islower() or word.istitle()) or any(character in word for character in "_.") or not word.isascii():
        return word
    if first or (style == "title" and (last or not _SHORT_WORD.fullmatch(word.lower()))):
        return word[0].upper() + word[1:]
    return word.lower() if style == "sentence" or _SHORT_WORD.fullmatch(word.lower()) else word
