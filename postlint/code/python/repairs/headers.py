"""Repairs of statements that an excerpt shows without their body, or without what must follow them."""

from __future__ import annotations

import re

from postlint.code.python.lines import ends_header, indent_of
from postlint.code.python.parser.lexer import blanked
from postlint.code.python.parser.syntax import Complaint
from postlint.code.python.repairs.candidate import Draft

_DEFINITION = re.compile(r"\s*(?:async\s+)?(?:def|class)\s+\w+")
_DECORATOR = re.compile(r"(\s*)@")
_ELIDED_HEADER = re.compile(r"\s*(?:elif|if|while|for|with)\b.*\.\.\.\s*")
_BARE_HEADER = re.compile(r"\s*(?:elif|if|while|with|except)\s+\.\.\.\s*")
_TRY = re.compile(r"(\s*)try\s*:")
_HEADER_LINES = 40
"""How many lines a signature may take."""


def fill_body(draft: Draft, complaint: Complaint) -> Draft | None:
    """A header has a comment for a body, a blank line after `def`, or ends the block."""
    end = header_end(draft, complaint.header)
    following = next((number for number in draft.code if number > end), None)
    gap = range(end + 1, len(draft.lines) if following is None else following)
    notes = [number for number in gap if draft.lines[number].strip()]
    defines = _DEFINITION.match(draft.lines[complaint.header]) is not None
    if not notes and following is not None and not (defines and gap):
        return None
    body = " " * (indent_of(draft.lines[complaint.header]) + 4) + "pass"
    if notes or gap:
        return draft.with_line((notes or gap)[0], body)
    return draft.with_line(end, code_of(draft.lines[end]) + " pass")


def header_end(draft: Draft, header: int) -> int:
    """The line in which a statement's header ends."""
    for number in range(header, min(header + _HEADER_LINES, len(draft.lines))):
        if ends_header(draft.lines[number]):
            return number
    return min(header, len(draft.lines) - 1)


def complete_signature(draft: Draft, complaint: Complaint) -> Draft | None:
    """A signature without a colon and with nothing indented below it."""
    line = min(complaint.line, len(draft.lines) - 1)
    header = next(
        (at for at in range(line, max(line - _HEADER_LINES, -1), -1) if _DEFINITION.match(draft.lines[at])), None
    )
    if header is None:
        return None
    depth = indent_of(draft.lines[header])
    for end in range(header, min(header + _HEADER_LINES, len(draft.lines))):
        bare = code_of(draft.lines[end])
        if bare.endswith(":") or draft.parser.tired:
            return None
        whole = [*draft.lines[header:end], bare]
        if draft.parser.reads("\n".join([whole[0].lstrip(), *whole[1:]]) + ": pass\n"):
            below = next((line for line in draft.lines[end + 1 :] if line.strip()), None)
            if below is not None and indent_of(below) > depth:
                return None
            return draft.with_line(end, bare + ": pass")
    return None


def complete_elided_header(draft: Draft, complaint: Complaint) -> Draft | None:
    """The block ends in `elif x ...`, or nothing but `elif ...` stands for a whole branch."""
    line = min(complaint.line, draft.last)
    text = draft.lines[line]
    if line == draft.last and _ELIDED_HEADER.fullmatch(text):
        return draft.with_line(line, text.rstrip() + ": pass")
    below = next((number for number in draft.code if number > line), None)
    if _BARE_HEADER.fullmatch(text) and (below is None or indent_of(draft.lines[below]) <= indent_of(text)):
        return draft.with_line(line, text.rstrip() + ": pass")
    return None


def decorate_nothing(draft: Draft, complaint: Complaint) -> Draft | None:
    """The block ends in decorators."""
    if complaint.line < draft.last:
        return None
    changes: dict[int, str] = {}
    for number in reversed(draft.code):
        line = draft.lines[number]
        if _DEFINITION.match(line):
            break
        if _DECORATOR.match(line):
            changes[number] = _DECORATOR.sub(r"\1", line, count=1)
    if not changes:
        return None
    bare = draft.with_lines(changes)
    return bare if draft.parser.reads(bare.text) else None


def end_open_try(draft: Draft, complaint: Complaint) -> Draft | None:
    """The block ends within the body of a `try`."""
    if complaint.line < draft.last:
        return None
    open_tries: dict[int, str] = {}
    depth = 10**6
    for number in reversed(draft.code):
        line = draft.lines[number]
        own = indent_of(line)
        if own < depth and (found := _TRY.match(line)):
            open_tries[number] = found[1] + "if 1:" + line[found.end() :]
        depth = min(depth, own)
    return draft.with_lines(open_tries) if open_tries else None


def code_of(line: str) -> str:
    """A line without a comment after its code."""
    return line[: len(blanked(line).rstrip())] if "#" in line else line.rstrip()
