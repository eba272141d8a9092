"""Questions about a post's lines that several rules ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from postlint.core.post import Post
from postlint.core.text import Span

_OPENS, _CLOSES = "<!--", "-->"
_STOP = 4
_ATTRIBUTES = re.compile(r"[ \t>]*\{[:.#][^{}\n]*\}[ \t]*$", re.MULTILINE)
_OTHER_SYNTAX = re.compile(r"[ \t]*(?:[{<|:$%+]|\*\[|\[\^)")
_QUOTE_PREFIX = re.compile(r"(?:[ \t]*>)+")


def is_blank(post: Post, line: int) -> bool:
    """Whether a line, from 1, shows nothing: white space, comments, marks of quotes, template tags alone on it.

    Lines before the body and after the file are blank.
    """
    source = post.source
    if line < 1 or line > len(source.line_starts):
        return True
    start, end = source.line(line)
    text = post.masked_text[start:end]
    if not text or text.isspace():
        return True
    if "<" not in text and "-" not in text and ">" not in text:
        return False
    return not without_comments(text).replace(">", "").strip()


def is_attributes(post: Post, line: int) -> bool:
    """Whether a line, from 1, gives the block that it touches attributes (`{: .wide}`), as its generator reads it."""
    if not post.generator.markdown.attribute_lines or line < 1 or line > len(post.source.line_starts):
        return False
    return _ATTRIBUTES.match(post.text, post.source.line(line).start) is not None


def are_text(lines: Iterable[str]) -> bool:
    """Whether lines of a paragraph are text to every parser: none begins as attributes, HTML, tables or notes do."""
    return not any(map(_OTHER_SYNTAX.match, lines))


def without_comments(text: str) -> str:
    """A text without its HTML comments, and without what an unclosed one at either end covers.

    >>> without_comments("a <!-- b --> c"), without_comments("b --> c <!-- d")
    ('a  c', ' c ')
    """
    if (last := text.rfind(_CLOSES)) >= 0 and (orphan := _orphan_end(text, last)) >= 0:
        text = text[orphan:]
    pieces: list[str] = []
    at = 0
    while (opening := text.find(_OPENS, at)) >= 0:
        pieces.append(text[at:opening])
        closing = text.find(_CLOSES, opening)
        if closing < 0:
            return "".join(pieces)
        at = closing + len(_CLOSES)
    return "".join([*pieces, text[at:]])


def is_comment(html: str) -> bool:
    """Whether a block of HTML begins and ends as a comment: markdownlint looks at no such block.

    >>> is_comment("<!-- a -->"), is_comment("<!-- a --> b"), is_comment("<!--> a -->")
    (True, False, False)
    """
    return (
        html.startswith(_OPENS)
        and html.endswith(_CLOSES)
        and not html.startswith((">", "->"), len(_OPENS))
        and not html.endswith("--->")
    )


def _orphan_end(text: str, last: int) -> int:
    """Where the last comment ends that begins before the text; -1 if none does."""
    found, at = -1, 0
    while at <= last:
        closing = text.find(_CLOSES, at)
        opening = text.find(_OPENS, at, closing)
        if opening < 0:
            found = closing + len(_CLOSES)
        at = closing + len(_CLOSES)
    return found


def quote_prefix(post: Post, line: int) -> str:
    """The marks of the quotes that a line lies in, as a blank line between it and its neighbour needs them."""
    start, end = post.source.line(line)
    match = _QUOTE_PREFIX.match(post.text, start, end)
    return match[0] if match else ""


def comment_spans(post: Post) -> list[Span]:
    """What HTML comments of the body hold, in order: its white space matters to no one."""
    text, spans = post.text, []
    at = text.find(_OPENS, post.body_start)
    while at >= 0 and (closing := text.find(_CLOSES, at + 2)) >= 0:
        content = Span(at + len(_OPENS), closing)
        if content.start < closing and _is_comment(text, content):
            spans.append(content)
        at = text.find(_OPENS, closing + len(_CLOSES))
    return spans


def _is_comment(text: str, content: Span) -> bool:
    """Whether CommonMark takes it for a comment: within a line of text it is picky."""
    line_start = text.rfind("\n", 0, content.start) + 1
    if not text[line_start : content.start - len(_OPENS)].strip():
        return True
    return not (
        text.startswith((">", "->"), content.start)
        or text.endswith("-", content.start, content.end)
        or text.find("--", content.start, content.end) >= 0
    )


def code_lines(post: Post, languages: frozenset[str] | None = None) -> set[int]:
    """The lines of code without their fences; given languages, only of fenced code in one of them or in none.

    As CommonMark has it, indented lines below indented code belong to it, be they blank, with what lies between.
    """
    lines: set[int] = set()
    for one in post.code_blocks:
        if languages is not None and (one.kind == "indented" or one.info.lower().split(" ")[0] not in {"", *languages}):
            continue
        if one.kind == "indented":
            last = at = one.last_line
            inside_of = _column(post, one.span.start) if one.parents else _STOP
            while at < len(post.source.lines) and not (line := post.source.lines[at]).strip(" \t"):
                at += 1
                if len(line.expandtabs(_STOP)) >= inside_of:
                    last = at
        else:
            last = one.last_line - (one.closing is not None)
            if one.closing is None and "quote" not in one.parents:  # what is never closed holds the blank lines below
                while last < len(post.source.lines) and not post.source.lines[last].strip():
                    last += 1
        lines.update(range(one.first_line, last + 1))
    return lines


def _column(post: Post, offset: int) -> int:
    """How far in, from 0, an offset stands on its line."""
    start = post.source.line(post.source.line_number(offset)).start
    return len(post.text[start:offset].expandtabs(_STOP))


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of some spans that are in order and do not overlap.

    >>> inside((Span(0, 2), Span(4, 6)), 4), inside((Span(0, 2), Span(4, 6)), 2)
    (True, False)
    """
    at = bisect_right(spans, (offset, float("inf")))
    return at > 0 and offset < spans[at - 1].end


def text_start(post: Post) -> int:
    """The offset of the line on which the body's text begins: blank lines below front matter are no one's fault."""
    at = post.body_start
    if post.front_matter is None:
        return at
    text = post.text
    rest = text[at:]
    return text.rfind("\n", 0, at + len(rest) - len(rest.lstrip())) + 1 if rest.strip() else len(text)
