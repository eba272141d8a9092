"""Repairs of indentation: excerpts that begin, or go on, deeper than the margin."""

from __future__ import annotations

import re

from postlint.code.python.lines import dedented, ends_header, indent_of, is_note, text_of
from postlint.code.python.parser.syntax import Complaint, Kind
from postlint.code.python.repairs.candidate import Draft

_CLOSING = re.compile(r"\s*[)\]}]")
_ELISION_COMMENT = re.compile(r"#\s*(?:\.\.\.|…)\s*")
_FRAME = "if 1:"


def to_margin(draft: Draft, complaint: Complaint) -> Draft | None:
    """An excerpt that begins indented is moved to the margin."""
    if not draft.code:
        return None
    first = draft.code[0]
    if first != complaint.line and not (complaint.kind is Kind.DEDENT and indent_of(draft.lines[first])):
        return None
    moved = draft.rewritten(dedented(draft.lines))
    return moved if moved.lines != draft.lines else None


def open_frame(draft: Draft, complaint: Complaint) -> Draft | None:
    """An excerpt goes on indented after a blank line or comment, which stands for what was left out."""
    line = min(complaint.line, len(draft.lines) - 1)
    above = line - 1
    if above < 0:
        return None
    if _ELISION_COMMENT.fullmatch(draft.original[above]):
        return draft.with_line(above, _FRAME)
    before = max((number for number in draft.code if number < line), default=None)
    if complaint.kind is not Kind.INDENT or before is None or not is_note(draft.original[above]):
        return None
    finished = indent_of(draft.lines[before]) == 0 or _CLOSING.match(draft.lines[before])
    if not finished or ends_header(draft.lines[before]):
        return None
    return draft.with_line(above, _FRAME)


def paragraphs_to_margin(draft: Draft, complaint: Complaint) -> Draft | None:
    """Excerpts from several depths, one below the other: each paragraph is moved to the margin."""
    first = next((line for line in draft.original if line.strip() and not line.lstrip().startswith("#")), "")
    if not indent_of(first):
        return None
    parts = _by_falling_depth(draft)
    if len(parts) < 2:
        return None
    lines = list(draft.lines)
    for part in parts:
        moved = dedented([lines[number] for number in part])
        if draft.parser.tired or not draft.parser.reads(text_of(moved)):
            return None
        for number, line in zip(part, moved, strict=True):
            lines[number] = line
    return draft.rewritten(lines)


def _by_falling_depth(draft: Draft) -> list[list[int]]:
    """The numbers of the lines of each run of paragraphs; a new run begins where one lies less deep."""
    paragraphs: list[list[int]] = [[]]
    for number, line in enumerate(draft.lines):
        if line.strip():
            paragraphs[-1].append(number)
        elif paragraphs[-1]:
            paragraphs.append([])
    parts: list[list[int]] = []
    depth = -1
    for paragraph in filter(None, paragraphs):
        own = min(indent_of(draft.lines[number]) for number in paragraph)
        if depth < 0 or own < depth:
            parts.append([])
            depth = own
        parts[-1] += paragraph
    return parts
