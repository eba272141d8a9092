"""A heading is not in the case that this site writes its headings in.

In sentence case only the first word and names have a capital. A word that the post writes with a capital in the
middle of a sentence, too, counts as a name. Words with capitals or digits inside (`GitHub`, `NASA`, `py3`) are left
alone, and so is code.

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

In title case every word has one but short ones in the middle.

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
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
# From the space on, of which there are fewer than of letters.
_NAME = re.compile(r"[ \n](?=[A-Z])(?:(?<=[a-z][ \n])|(?<=[a-z],[ \n]))([A-Z][\w'’-]*\w)")
# What sentence case could change: a capital after the first word, or none at its start.
_MAY_DIFFER = re.compile(r"(?<=[\W_])[A-Z][a-z]|^[\W_]*[a-z]")
_MARKS = " ,*_~[]()&'‘’"
_SHORT = re.compile(
    r"an?|the|and|but|n?or|so|yet|for|of|in|on|at|to|by|up|as|if|is|it|vs|via|off|out|per|with|from|into|over|than"
)
_CALENDAR = re.compile(
    r"I|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["sentence", "title"] = "sentence"
    """The case of headings."""
    names: tuple[str, ...] = ()
    """Words that are always written as here."""


@post_rule(preset=OPT_IN, severity=WARNING, changes_html=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    names = set(options.names)
    learnt = options.style == "title"
    for heading in post.headings:
        if options.style == "sentence" and not _MAY_DIFFER.search(heading.text):
            continue
        if post.masked(heading.content) or not any(_edits(post, heading.content, options.style, names)):
            continue
        if not learnt:  # only where a word may be a name
            names, learnt = names | _names(post), True
        edits = tuple(_edits(post, heading.content, options.style, names))
        if edits:
            words = ", ".join(f"`{edit.text}`" for edit in edits[:3]) + (", ..." if len(edits) > 3 else "")
            message = f"heading not in {options.style} case, expected {words}"
            yield Finding(message, heading.content, Fix("Change the case", edits, safe=False))


def _names(post: Post) -> set[str]:
    """The words that have a capital in the middle of a sentence."""
    headings = lines_of(post.headings)
    return {found[1] for found in _NAME.finditer(post.prose) if post.source.line_number(found.start(1)) not in headings}


def _edits(post: Post, content: Span, style: str, names: set[str]) -> Iterator[Edit]:
    text = post.prose[content.start : content.end]
    words = list(_WORD.finditer(text))
    at = content.start
    for index, found in enumerate(words):
        word = found[0]
        between = post.text[at : content.start + found.start()]
        at = content.start + found.end()
        last = index == len(words) - 1 and not post.text[at : content.end].strip(_MARKS + ".?!")
        if not between.strip(_MARKS):
            wanted = _wanted(word, style, index == 0, last)
        elif style == "sentence":
            continue  # after a colon, a number, code: either is right
        else:
            wanted = _wanted(word, style, True, False) if not _SHORT.fullmatch(word.lower()) else word
        if (
            wanted != word
            and not _CALENDAR.match(word)
            and not {word, word.removesuffix("'s").removesuffix("’s")} & names
        ):
            yield Edit(Span(content.start + found.start(), content.start + found.end()), wanted)


def _wanted(word: str, style: str, first: bool, last: bool) -> str:
    if not (word.islower() or word.istitle()) or any(sign in word for sign in "_.") or not word.isascii():
        return word
    if first or (style == "title" and (last or not _SHORT.fullmatch(word.lower()))):
        return word[0].upper() + word[1:]
    return word.lower() if style == "sentence" or _SHORT.fullmatch(word.lower()) else word
