"""Line too long.

For teams that wrap their posts. Lines that cannot be wrapped are not reported: a long word or URL at the end of a line,
a line with only a link, a link definition.

~~~toml options
line-length = 30
~~~

~~~markdown bad 1
Grind the beans, but not too fine, and boil the water.
~~~

~~~markdown good
Grind the beans, but not too
fine. [The manual of the grinder](https://example.com)

[manual]: https://example.com/the-manual.html
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from postlint.core.body import Block, lines_of
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.lines import inside
from postlint.helpers.spans import block_spans, inline_spans, merged, replaced

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""Characters that markdownlint counts as two: those outside of the Basic Multilingual Plane, such as emoji."""
_URL = re.compile(
    r"(?:(?<![a-zA-Z])https?://|(?<![^\s(*_\[\]~])www\.)[^\s<]*[^\s<!\"')*,.:;?_~\]]|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++(?<=[a-z])",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(rf"{_URL.pattern}|\\[!-/:-@\[-`{{-~]|&#?\w+;|(?<!:):[a-z]\w*", re.IGNORECASE)
_LINK_HINTS = ("[", "<", "@", "://", "www.", "WWW.")
# A word between spaces is text, whatever else is on the line.
_WORD = re.compile(r"(?:^|[ >])[A-Za-z]+(?=[ ,;!?]|\. |$)")
_FIRST_WORD = re.compile(r"[A-Za-z]+(?=[ ,;!?]|\. |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    line_length: int = 80
    """The maximum number of characters; an emoji counts as two."""
    heading_line_length: int | None = None
    """The maximum for headings; by default that of other lines."""
    code_block_line_length: int | None = None
    """The maximum for code; by default that of other lines."""
    code_blocks: bool = True
    """Check code."""
    tables: bool = True
    """Check tables."""
    headings: bool = True
    """Check headings."""
    strict: bool = False
    """Report every line that is too long."""
    stern: bool = False
    """Report every line that is too long and can be wrapped."""


class _LongLine(NamedTuple):
    number: int
    span: Span
    length: int
    limit: int


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD013", "line-length"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    long = _long_lines(post, options)
    link_only = frozenset() if options.strict or not long else _link_only_lines(post, long)
    for line, span, length, limit in long:
        if line not in link_only:
            excess = Span(min(span.start + limit, span.end - 1), span.end)
            yield Finding(f"line has {length} characters, expected at most {limit}", excess)


def _long_lines(post: Post, options: Options) -> list[_LongLine]:
    """The lines that are too long and that can be wrapped, unless the options are strict."""
    text, lines, starts = post.text, post.source.lines, post.source.line_starts
    in_heading = options.heading_line_length or options.line_length
    in_code = options.code_block_line_length or options.line_length
    least = max(min(options.line_length, in_heading, in_code), 1)
    if not text.isascii() and _ASTRAL.search(text):
        least = max(least // 2, 1)
    first = post.source.line_number(post.body_start)
    candidates = [line for line in range(first, len(lines) + 1) if len(lines[line - 1]) >= least]
    if not candidates:
        return []
    headings = lines_of(post.headings)
    skipped = _definition_lines(post) | (frozenset() if options.code_blocks else post.code_lines)
    if not options.tables:
        skipped |= lines_of(post.tables)
    if not options.headings:
        skipped |= headings
    long: list[_LongLine] = []
    for line in candidates:
        limit = in_code if line in post.code_lines else in_heading if line in headings else options.line_length
        line_text = lines[line - 1]
        length = _length(line_text)
        if length > limit > 0 and line not in skipped and (options.strict or _wrappable(line_text, limit, options)):
            start = starts[line - 1]
            long.append(_LongLine(line, Span(start, start + len(line_text)), length, limit))
    return long


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def _wrappable(text: str, limit: int, options: Options) -> bool:
    """Whether the last word begins beyond the limit; with `stern`, whether there is any place to wrap the line."""
    last = "" if text[-1].isspace() else text.rsplit(None, 1)[-1]
    rest = text[: len(text) - len(last)]
    if options.stern:
        return bool(rest.replace("#", "").replace(">", "").strip())
    return _length(rest) + 1 > limit


def _definition_lines(post: Post) -> frozenset[int]:
    """The lines of link definitions and footnotes."""
    number, lines = post.source.line_number, post.source.lines
    definitions = {line for definition in post.body.definitions for line in _lines(post, definition.span)}
    footnotes = {number(footnote.span.start) for footnote in post.body.footnote_definitions}
    for block in post.body.blocks if footnotes else ():
        if block.line in footnotes:
            footnotes.update(range(block.line, block.last_line + 1))
    for line in sorted(footnotes):
        while line < len(lines) and (not lines[line].strip() or lines[line].startswith(("    ", "\t"))):
            line += 1
            if line in definitions:
                break
            definitions.add(line)
    return frozenset(definitions | footnotes)


def _lines(post: Post, span: Span) -> range:
    """The numbers of the lines of a span."""
    return range(post.source.line_number(span.start), post.source.line_number(span.end) + 1)


def _link_only_lines(post: Post, long: Sequence[_LongLine]) -> Collection[int]:
    """The lines that contain links and, in a paragraph, no other text."""
    body, text = post.body, post.text
    in_link_text = (
        {line for link in body.links if "\n" in link.text for line in _lines(post, link.span)[:-1]}
        if "](" in text or "][" in text
        else ()
    )
    paragraphs = [block for block in body.blocks if block.kind == "paragraph"]
    first_lines = [block.line for block in paragraphs]
    long = [
        line
        for line in long
        if (line.number in in_link_text or any(map(text[slice(*line.span)].__contains__, _LINK_HINTS)))
        and not _begins_with_text(text, paragraphs, first_lines, line.number)
    ]
    if not long:
        return frozenset()
    targets = [link.span for link in body.links] + [image.span for image in body.images if image.kind != "html"]
    linked = {line for span in targets for line in _lines(post, span)}
    code = [block.span for block in post.code_blocks]
    hidden = merged([*code, *block_spans(post, "html", "math"), *inline_spans(post, "code", "html", "math")])
    marked = inline_spans(post, "code", "emphasis", "strong", "html", "math")
    footnotes = {footnote.label for footnote in body.footnote_definitions}
    references = [reference.span for reference in body.footnote_references if reference.label in footnotes]
    covered = merged([*marked, *targets, *references])
    link_only = set()
    for line, (start, end), *_ in long:
        if line in linked or _has_bare_url(text, start, end, hidden):
            index = bisect_right(first_lines, line) - 1
            in_paragraph = index >= 0 and line <= paragraphs[index].last_line
            first = max(paragraphs[index].span.start, start) if in_paragraph else end
            rest = replaced(text, Span(first, end), covered, "\0")
            rest = rest.rstrip() if first > start else rest.strip(" \t>")
            if not _WORD.search(rest) and not _NOT_TEXT.sub("\0", rest).strip("\0"):
                link_only.add(line)
    return link_only


def _begins_with_text(text: str, paragraphs: Sequence[Block], first_lines: Sequence[int], line: int) -> bool:
    """Whether a paragraph begins on a line, with a word; a link that follows is not alone on the line."""
    index = bisect_left(first_lines, line)
    return (
        index < len(first_lines)
        and first_lines[index] == line
        and _FIRST_WORD.match(text, paragraphs[index].span.start) is not None
    )


def _has_bare_url(text: str, start: int, end: int, hidden: Sequence[Span]) -> bool:
    """Whether a line has a URL outside of brackets and of some spans."""
    offsets = (match.start() for match in _urls(text, start, end))
    return any(
        not inside(hidden, offset) and text.count("[", start, offset) <= text.count("]", start, offset)
        for offset in offsets
    )


def _urls(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """The URLs on a line; the pattern is tried only if a part of a URL occurs."""
    line = text[start:end]
    return _URL.finditer(text, start, end) if "://" in line or "www." in line.lower() or "@" in line else ()
