"""A heading's hashes have no space behind them.

Without the space, `#Setup` is no heading in most parsers but text that begins with a hash. Where a parser does
take it for a heading (Python-Markdown), it is the wrapped line of a paragraph that suffers: an issue's number at its
start makes a heading that nobody wanted. Several hashes before a word are a heading there, too.

~~~markdown bad 1
##Setup

First, install it.
~~~

~~~markdown fixed
## Setup

First, install it.
~~~

~~~markdown good
## Setup

This mends what was reported in
#1034 last week.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postlint.core.body import lines_of
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, Post, Span, post_rule

_HASHES = re.compile(r"^(?P<hashes>#++)(?![ \t#]|\ufe0f\u20e3)[^\n]++", re.MULTILINE)
_GLUED = re.compile(r"\n##+[^\W\d_]")
_UNSEEN = "\xa0\u200b\u2060"
_TAGS = re.compile(r"#(?:[^\s#A-Z][^\s#]*|[^\s#]+(?:[ \t]+#[^\s#]+)+)[ \t]*")


@dataclass(frozen=True, slots=True)
class Options:
    wrapped_lines: bool = False
    """Report every such line: also one inside a paragraph (often an issue's number), a number or a tag."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD018", "no-missing-space-atx"),
    markdownlint={"wrapped_lines": True},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, markdown = post.masked_text, post.generator.markdown
    paragraphs = [one for one in post.body.blocks if one.kind == "paragraph" and not one.container]
    if options.wrapped_lines or markdown.heading_without_space or _GLUED.search(text, post.body_start):
        found: Iterable[re.Match[str] | None] = _HASHES.finditer(text)
    else:
        found = [_HASHES.match(text, one.span.start) for one in paragraphs if text[one.span.start] == "#"]
    candidates = [one for one in found if one and not _closed(one[0])]
    if not candidates:
        return
    starts = {block.line for block in paragraphs}
    wrapped = {line for block in paragraphs for line in range(block.line + 1, block.last_line + 1)}
    unread = lines_of(one for one in post.body.blocks if one.kind == "html")
    for match in candidates:
        line = post.source.line_number(match.start())
        if line in post.code_lines or line in unread:
            continue
        span = Span(*match.span("hashes"))
        if not markdown.heading_without_space:
            if options.wrapped_lines or (_meant(match) if line in starts else line in wrapped and _sure(match)):
                yield _finding(match, span, ", so that this is text and no heading")
        elif line not in starts and not _sure(match):
            fix = Fix("Escape the hash", (Edit(Span(span.start, span.start), "\\"),), safe=False)
            yield Finding(f"{markdown.name} takes this wrapped line for a heading", span, fix)
        elif options.wrapped_lines:
            yield _finding(match, span, "")


def _closed(line: str) -> bool:
    return line.rstrip().endswith("#")


def _meant(match: re.Match[str]) -> bool:
    """Whether a paragraph that begins so was meant as a heading: no issue's number, shebang, tag or row of tags.

    What stands in the space's place and is not seen is an invisible character, and reported as such.
    """
    hashes = len(match["hashes"])
    if match[0][hashes] in _UNSEEN:
        return False
    if hashes > 1:
        return hashes < 7
    return match[0][1].isalpha() and not _TAGS.fullmatch(match[0])


def _sure(match: re.Match[str]) -> bool:
    """Whether a line within a paragraph was meant as a heading: there, two hashes may also open a channel's name."""
    hashes, first = len(match["hashes"]), match[0][len(match["hashes"])]
    return 1 < hashes < 7 and first.isalpha() and (hashes > 2 or not first.islower())


def _finding(match: re.Match[str], span: Span, effect: str) -> Finding:
    hashes = match["hashes"] if len(match["hashes"]) < 7 else "######…"
    gap = match[0][span.end - span.start :]
    width = len(gap) - len(gap.lstrip())
    found = "a no-break space" if width else "no space"
    title = "Put a plain space there" if width else "Insert a space"
    fix = Fix(title, (Edit(Span(span.end, span.end + width), " "),), safe=False)
    return Finding(f"{found} after {quoted(hashes)}{effect}", span, fix)
