"""Finding lines on which a link is alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from postlint.core.body import Block
from postlint.core.post import Post
from postlint.core.text import Span
from postlint.helpers.spans import block_spans, inline_spans, inside, line_numbers, merged, replaced
from postlint.helpers.urls import BARE_URL

_URL = re.compile(BARE_URL, re.IGNORECASE)
_NOT_TEXT = re.compile(rf"{BARE_URL}|\\[!-/:-@\[-`{{-~]|&#?\w+;|(?<!:):[a-z]\w*", re.IGNORECASE)
_LINK_HINTS = ("[", "<", "@", "://", "www.", "WWW.")
# A word between spaces is text, whatever else is on the line.
_WORD = re.compile(r"(?:^|[ >])[A-Za-z]+(?=[ ,;!?]|\. |$)")
_FIRST_WORD = re.compile(r"[A-Za-z]+(?=[ ,;!?]|\. |$)", re.MULTILINE)


def link_only_lines(post: Post, lines: Sequence[tuple[int, Span]]) -> Collection[int]:
    """Which of some lines contain links and, in a paragraph, no other text.

    Takes the number (from 1) and the span of each line; returns the numbers.
    """
    body, text = post.body, post.text
    in_link_text = (
        {line for link in body.links if "\n" in link.text for line in line_numbers(post, link.span)[:-1]}
        if "](" in text or "][" in text
        else ()
    )
    paragraphs = [block for block in body.blocks if block.kind == "paragraph"]
    first_lines = [block.line for block in paragraphs]
    candidates = [
        (line, span)
        for line, span in lines
        if (line in in_link_text or any(map(text[slice(*span)].__contains__, _LINK_HINTS)))
        and not _begins_with_text(text, paragraphs, first_lines, line)
    ]
    if not candidates:
        return frozenset()
    targets = [link.span for link in body.links] + [image.span for image in body.images if image.kind != "html"]
    linked = {line for span in targets for line in line_numbers(post, span)}
    code = [block.span for block in post.code_blocks]
    hidden = merged([*code, *block_spans(post, "html", "math"), *inline_spans(post, "code", "html", "math")])
    marked = inline_spans(post, "code", "emphasis", "strong", "html", "math")
    footnotes = {footnote.label for footnote in body.footnote_definitions}
    references = [reference.span for reference in body.footnote_references if reference.label in footnotes]
    covered = merged([*marked, *targets, *references])
    link_only = set()
    for line, (start, end) in candidates:
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
