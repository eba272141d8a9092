"""Space inside emphasis delimiters.

A delimiter followed by a space does not open emphasis, so the page shows the asterisks.

~~~markdown bad 1
Grind it ** not too fine **, then boil the water.
~~~

~~~markdown fixed
Grind it **not too fine**, then boil the water.
~~~

~~~markdown good
Grind it **not too fine**, then boil the water. A box of 2 * 3 * 4 inches will do.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_AFTER = re.compile(r"\s+(?=\S)")
_BEFORE = re.compile(r"(?<=\S)\s+\Z")

_OUTSIDE = re.compile(r"[\w{}/\\*]")
_EDGES = re.compile(r"\A[^\w\s]|[({\[]\Z|\A\s*\Z")
_WORD = re.compile(r"[^\W\d]{2}")


@dataclass(frozen=True, slots=True)
class Options:
    operators: bool = False
    """Also report characters that may be intended as they are: `2 * 3 * 4`, the asterisk of a footnote."""


@post_rule(
    preset=STRICT,
    severity=WARNING,
    aliases=("MD037", "no-space-in-emphasis"),
    markdownlint={"operators": True},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for runs in post.body.stray_delimiters:
        if len(runs) < 2:
            continue
        for delimiter in ("_", "__", "___", "*", "**", "***"):
            same = [run for run in runs if post.source[run] == delimiter]
            for opening, closing in zip(same[::2], same[1::2], strict=False):
                if options.operators or _looks_like_pair(post, opening, closing):
                    yield from _findings(post, opening, closing, delimiter)


def _findings(post: Post, opening: Span, closing: Span, delimiter: str) -> Iterator[Finding]:
    text, source = post.text, post.source
    first, last = source.line(source.line_number(opening.start)), source.line(source.line_number(closing.start))
    after = _AFTER.match(text, opening.end, first.end)
    before = _BEFORE.search(text[max(last.start, closing.start - 200) : closing.start])
    spans = [Span(*after.span())] if after else []
    if before:
        spans.append(Span(closing.start - len(before[0]), closing.start))
    if spans:
        fix = Fix("Remove the spaces", tuple(Edit(span, "") for span in dict.fromkeys(spans)), safe=False)
        message = f"space inside emphasis delimiters, `{delimiter}` is shown literally"
        if after and before and first != last:
            yield Finding(message, Span(opening.start, spans[0].end), fix)
            yield Finding(message, Span(spans[-1].start, closing.end), fix)
        else:
            start = opening.start if after else spans[0].start
            yield Finding(message, Span(start, closing.end if before else spans[-1].end), fix)


def _looks_like_pair(post: Post, opening: Span, closing: Span) -> bool:
    """Whether two runs look like emphasis: on one line, set off from the words around them, and not operators."""
    text = post.text
    inner = text[opening.end : closing.start]
    before, after = text[opening.start - 1 : opening.start], text[closing.end : closing.end + 1]
    if "\n" in inner or _OUTSIDE.search(before) or _OUTSIDE.search(after) or _EDGES.search(inner):
        return False
    if opening.end - opening.start > 1:
        return _WORD.search(inner) is not None
    return not (inner[0].isspace() and inner[-1].isspace()) or bool(before.strip() or after.strip())
