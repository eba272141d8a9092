"""What the lines of a post are: blank, attributes, code, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint.core.body import CodeBlock
from postlint.core.post import Post
from postlint.helpers.columns import CODE_INDENT, TAB_STOP, column
from postlint.helpers.containers import QUOTE_MARKER
from postlint.helpers.html import without_comments

ATTRIBUTE_LIST = r"\{[:.#][^{}\n]*\}"
"""Attributes for the block above or below, alone on their line: `{: .wide}`, `{#id}`, `{.class}`."""

_ATTRIBUTE_LINE = re.compile(rf"[ \t>]*{ATTRIBUTE_LIST}[ \t]*$", re.MULTILINE)
_OTHER_SYNTAX = re.compile(r"[ \t]*(?:[{<|:$%+]|\*\[|\[\^)")
_QUOTE_MARKERS = re.compile(rf"(?:{QUOTE_MARKER.pattern})+")


def is_blank(post: Post, line: int) -> bool:
    """Whether a line, from 1, renders as nothing: whitespace, comments, quote markers, template tags alone on it.

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
    """Whether a line, from 1, is an attribute list (`{: .wide}`) for the block next to it, in the site's Markdown."""
    if not post.generator.markdown.attribute_lines or line < 1 or line > len(post.source.line_starts):
        return False
    return _ATTRIBUTE_LINE.match(post.text, post.source.line(line).start) is not None


def are_text(lines: Iterable[str]) -> bool:
    """Whether every parser reads lines of a paragraph as text: none begins like attributes, HTML, a table or a note."""
    return not any(map(_OTHER_SYNTAX.match, lines))


def quote_prefix(post: Post, line: int) -> str:
    """The quote markers of a line, without the space after the last: the prefix of a blank line next to it."""
    start, end = post.source.line(line)
    match = _QUOTE_MARKERS.match(post.text, start, end)
    return match[0].rstrip() if match else ""


def code_lines(post: Post, languages: frozenset[str] | None = None) -> set[int]:
    """The lines of code without their fences; with `languages`, only fenced code in one of them or without language.

    Indented lines below indented code belong to it even if they are blank, with the lines in between (CommonMark).
    """
    lines: set[int] = set()
    for block in post.code_blocks:
        if languages is not None and (
            block.kind == "indented" or block.info.lower().split(" ")[0] not in {"", *languages}
        ):
            continue
        last = _last_indented_line(post, block) if block.kind == "indented" else _last_fenced_line(post, block)
        lines.update(range(block.first_line, last + 1))
    return lines


def _last_indented_line(post: Post, block: CodeBlock) -> int:
    lines = post.source.lines
    last = at = block.last_line
    indent = _column(post, block.span.start) if block.parents else CODE_INDENT
    while at < len(lines) and not (line := lines[at]).strip(" \t"):
        at += 1
        if len(line.expandtabs(TAB_STOP)) >= indent:
            last = at
    return last


def _last_fenced_line(post: Post, block: CodeBlock) -> int:
    lines = post.source.lines
    last = block.last_line - (block.closing is not None)
    if block.closing is None and "quote" not in block.parents:  # unclosed code includes the blank lines below it
        while last < len(lines) and not lines[last].strip():
            last += 1
    return last


def _column(post: Post, offset: int) -> int:
    return column(post.text, post.source.line(post.source.line_number(offset)).start, offset)


def text_start(post: Post) -> int:
    """The offset of the line on which the body's text begins; blank lines right below front matter come before it."""
    at = post.body_start
    if post.front_matter is None:
        return at
    text = post.text
    rest = text[at:]
    return text.rfind("\n", 0, at + len(rest) - len(rest.lstrip())) + 1 if rest.strip() else len(text)
