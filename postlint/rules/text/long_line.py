"""A line is too long.

For teams that wrap their posts. A line that cannot be wrapped (a long word or address at its end, a link alone, a
link's definition) is left alone.

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

from postlint.core.body import Block, lines_of
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.lines import inside

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_ADDRESS = re.compile(
    r"(?:(?<![a-zA-Z])https?://|(?<![^\s(*_\[\]~])www\.)[^\s<]*[^\s<!\"')*,.:;?_~\]]|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++(?<=[a-z])",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(rf"{_ADDRESS.pattern}|\\[!-/:-@\[-`{{-~]|&#?\w+;|(?<!:):[a-z]\w*", re.IGNORECASE)


_LINKED = ("[", "<", "@", "://", "www.", "WWW.")
# A word between spaces is text, whatever else stands on the line.
_WORD = re.compile(r"(?:^|[ >])[A-Za-z]+(?=[ ,;!?]|\. |$)")
_FIRST_WORD = re.compile(r"[A-Za-z]+(?=[ ,;!?]|\. |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    line_length: int = 80
    """How many characters a line may have; an emoji counts as two."""
    heading_line_length: int | None = None
    """How many a heading's line may have, if not as many."""
    code_block_line_length: int | None = None
    """How many a line of code may have, if not as many."""
    code_blocks: bool = True
    """Look at code."""
    tables: bool = True
    """Look at tables."""
    headings: bool = True
    """Look at headings."""
    strict: bool = False
    """Report every longer line."""
    stern: bool = False
    """Report every longer line that could be wrapped."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD013", "line-length"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, lines, starts = post.text, post.source.lines, post.source.line_starts
    in_heading = options.heading_line_length or options.line_length
    in_code = options.code_block_line_length or options.line_length
    least = max(min(options.line_length, in_heading, in_code), 1)
    if not text.isascii() and _BEYOND.search(text):
        least = max(least // 2, 1)
    first = post.source.line_number(post.body_start)
    long = [line for line in range(first, len(lines) + 1) if len(lines[line - 1]) >= least]
    if not long:
        return
    headings = lines_of(post.headings)
    unseen = _definitions(post) | (frozenset() if options.code_blocks else post.code_lines)
    if not options.tables:
        unseen |= lines_of(post.tables)
    if not options.headings:
        unseen |= headings
    found: list[tuple[int, Span, int, int]] = []
    for line in long:
        limit = in_code if line in post.code_lines else in_heading if line in headings else options.line_length
        shown = lines[line - 1]
        length = _width(shown)
        if length > limit > 0 and line not in unseen and (options.strict or _wrappable(shown, limit, options)):
            start = starts[line - 1]
            found.append((line, Span(start, start + len(shown)), length, limit))
    links = frozenset() if options.strict else _links_alone(post, [one[:2] for one in found])
    for line, span, length, limit in found:
        if line not in links:
            place = Span(min(span.start + limit, span.end - 1), span.end)
            yield Finding(f"line of {length} characters, expected at most {limit}", place)


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_BEYOND.findall(text))


def _wrappable(text: str, limit: int, options: Options) -> bool:
    """Whether its last word begins beyond the limit; when stern, whether there is anywhere to break it."""
    last = "" if text[-1].isspace() else text.rsplit(None, 1)[-1]
    rest = text[: len(text) - len(last)]
    if options.stern:
        return bool(rest.replace("#", "").replace(">", "").strip())
    return _width(rest) + 1 > limit


def _definitions(post: Post) -> frozenset[int]:
    """The lines of link definitions and of footnotes."""
    number, lines = post.source.line_number, post.source.lines
    found = {line for one in post.body.definitions for line in range(number(one.span.start), number(one.span.end) + 1)}
    notes = {number(one.span.start) for one in post.body.footnote_definitions}
    for block in post.body.blocks if notes else ():
        if block.line in notes:
            notes.update(range(block.line, block.last_line + 1))
    for line in sorted(notes):
        while line < len(lines) and (not lines[line].strip() or lines[line].startswith(("    ", "\t"))):
            line += 1
            if line in found:
                break
            found.add(line)
    return frozenset(found | notes)


def _links_alone(post: Post, long: Sequence[tuple[int, Span]]) -> Collection[int]:
    """Those of some lines on which there are links and, in a paragraph, no text beside them."""
    body, text = post.body, post.text
    number = post.source.line_number
    within = (
        {line for one in body.links if "\n" in one.text for line in range(number(one.span.start), number(one.span.end))}
        if "](" in text or "][" in text
        else ()
    )
    long = [one for one in long if one[0] in within or any(map(text[slice(*one[1])].__contains__, _LINKED))]
    paragraphs = [one for one in body.blocks if one.kind == "paragraph"]
    firsts = [one.line for one in paragraphs]
    long = [one for one in long if not _begins_with_text(text, paragraphs, firsts, one[0])]
    if not long:
        return frozenset()
    targets = [one.span for one in body.links] + [one.span for one in body.images if one.kind != "html"]
    linked = {line for span in targets for line in range(number(span.start), number(span.end) + 1)}
    unread = [one.span for one in body.blocks if one.kind in ("html", "math")] + [one.span for one in post.code_blocks]
    hidden = _merged([*unread, *(one.span for one in body.inlines if one.kind in ("code", "html", "math"))])
    marked = [one.span for one in body.inlines if one.kind != "strikethrough"]
    notes = {one.label for one in body.footnote_definitions}
    covered = _merged([*marked, *targets, *(one.span for one in body.footnote_references if one.label in notes)])
    found = set()
    for line, (start, end) in long:
        if line in linked or any(
            not inside(hidden, at) and text.count("[", start, at) <= text.count("]", start, at)
            for at in (match.start() for match in _addresses(text, start, end))
        ):
            index = bisect_right(firsts, line) - 1
            inside_one = index >= 0 and line <= paragraphs[index].last_line
            first = max(paragraphs[index].span.start, start) if inside_one else end
            shown = _without(text, first, end, covered)
            shown = shown.rstrip() if first > start else shown.strip(" \t>")
            if not _WORD.search(shown) and not _NO_TEXT.sub("\0", shown).strip("\0"):
                found.add(line)
    return found


def _begins_with_text(text: str, paragraphs: Sequence[Block], firsts: Sequence[int], line: int) -> bool:
    """Whether a paragraph begins on a line, with a word: a link that follows does not stand alone."""
    index = bisect_left(firsts, line)
    return (
        index < len(firsts)
        and firsts[index] == line
        and _FIRST_WORD.match(text, paragraphs[index].span.start) is not None
    )


def _addresses(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """The URLs on a line, looked for only where their signs are."""
    line = text[start:end]
    return _ADDRESS.finditer(text, start, end) if "://" in line or "www." in line.lower() or "@" in line else ()


def _without(text: str, start: int, end: int, covered: Sequence[Span]) -> str:
    """A stretch of text with a null in the place of each covered span."""
    pieces: list[str] = []
    at = start
    for span in covered[max(bisect_left(covered, (start, 0)) - 1, 0) :]:
        if span.start >= end:
            break
        if span.end > at:
            pieces += text[at : max(span.start, at)], "\0"
            at = span.end
    return "".join([*pieces, text[at:end]])


def _merged(spans: list[Span]) -> list[Span]:
    """The same text in spans that do not overlap, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
