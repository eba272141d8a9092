"""No space after a heading marker.

Without the space, `#Setup` is not a heading in most parsers, but text that begins with a hash. Parsers that do read it
as a heading (Python-Markdown) do so within a paragraph as well: an issue number at the start of a line becomes a
heading by accident. Multiple hashes before a word are assumed to be a heading there.

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

This fixes the problem reported in
#1034 last week.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postlint.core.body import lines_of
from postlint.core.messages import backticked
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, Post, Span, post_rule

_HASHES = re.compile(r"^(?P<hashes>#++)(?![ \t#]|\ufe0f\u20e3)[^\n]++", re.MULTILINE)
_GLUED = re.compile(r"\n##+[^\W\d_]")
_INVISIBLE = "\xa0\u200b\u2060"
_TAGS = re.compile(r"#(?:[^\s#A-Z][^\s#]*|[^\s#]+(?:[ \t]+#[^\s#]+)+)[ \t]*")


@dataclass(frozen=True, slots=True)
class Options:
    wrapped_lines: bool = False
    """Also report lines inside a paragraph (often an issue number), numbers and tags."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD018", "no-missing-space-atx"),
    markdownlint={"wrapped_lines": True},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, markdown = post.masked_text, post.generator.markdown
    if markdown.heading_without_space is None and not options.wrapped_lines:
        return
    paragraphs = [block for block in post.body.blocks if block.kind == "paragraph" and not block.container]
    if options.wrapped_lines or markdown.heading_without_space or _GLUED.search(text, post.body_start):
        matches: Iterable[re.Match[str] | None] = _HASHES.finditer(text)
    else:
        starts = (block.span.start for block in paragraphs)
        matches = [_HASHES.match(text, start) for start in starts if text[start] == "#"]
    candidates = [match for match in matches if match and not match[0].rstrip().endswith("#")]
    if not candidates:
        return
    first_lines = {block.line for block in paragraphs}
    wrapped = {line for block in paragraphs for line in range(block.line + 1, block.last_line + 1)}
    html = lines_of(block for block in post.body.blocks if block.kind == "html")
    for match in candidates:
        line = post.source.line_number(match.start())
        if line in post.code_lines or line in html:
            continue
        span = Span(*match.span("hashes"))
        if not markdown.heading_without_space:
            if (
                options.wrapped_lines
                or (line in first_lines and _is_likely_heading(match))
                or (line not in first_lines and line in wrapped and _is_certain_heading(match))
            ):
                yield _finding(match, span, ", so this is not a heading")
        elif line not in first_lines and not _is_certain_heading(match):
            fix = Fix("Escape the hash", (Edit(Span(span.start, span.start), "\\"),), safe=False)
            yield Finding(f"{markdown.name} renders this line of a paragraph as a heading", span, fix)
        elif options.wrapped_lines:
            yield _finding(match, span, "")


def _is_likely_heading(match: re.Match[str]) -> bool:
    """Whether the first line of a paragraph is meant as a heading: not an issue number, shebang, tag or row of tags.

    An invisible character instead of the space is reported by the rule for those.
    """
    hashes = len(match["hashes"])
    if match[0][hashes] in _INVISIBLE:
        return False
    if hashes > 1:
        return hashes < 7
    return match[0][1].isalpha() and not _TAGS.fullmatch(match[0])


def _is_certain_heading(match: re.Match[str]) -> bool:
    """Whether a line within a paragraph is meant as a heading: two hashes may also begin the name of a channel."""
    hashes, first = len(match["hashes"]), match[0][len(match["hashes"])]
    return 1 < hashes < 7 and first.isalpha() and (hashes > 2 or not first.islower())


def _finding(match: re.Match[str], span: Span, effect: str) -> Finding:
    hashes = match["hashes"] if len(match["hashes"]) < 7 else "######…"
    gap = match[0][span.end - span.start :]
    width = len(gap) - len(gap.lstrip())
    problem = "no-break space" if width else "no space"
    title = "Replace with a space" if width else "Insert a space"
    fix = Fix(title, (Edit(Span(span.end, span.end + width), " "),), safe=False)
    return Finding(f"{problem} after {backticked(hashes)}{effect}", span, fix)
