"""Repairs of what posts leave out, one after the other, each chosen by the parser's complaint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postlint.code.python.parser.syntax import Complaint, Kind, Parser
from postlint.code.python.repairs.candidate import Draft
from postlint.code.python.repairs.headers import (
    complete_elided_header,
    complete_signature,
    decorate_nothing,
    end_open_try,
    fill_body,
)
from postlint.code.python.repairs.indentation import open_frame, paragraphs_to_margin, to_margin
from postlint.code.python.repairs.truncated import begin_in_the_middle, close_elided, end_docstring

_TURNS = 60
_Repair = Callable[[Draft, Complaint], Draft | None]

_REPAIRS: dict[Kind, tuple[_Repair, ...]] = {
    Kind.INDENT: (to_margin, open_frame, paragraphs_to_margin),
    Kind.DEDENT: (to_margin, open_frame, paragraphs_to_margin),
    Kind.BODY: (fill_body,),
    Kind.COLON: (complete_signature, complete_elided_header, decorate_nothing, begin_in_the_middle),
    Kind.OPEN_BRACKET: (complete_signature, close_elided, begin_in_the_middle),
    Kind.OPEN_TRY: (end_open_try, begin_in_the_middle),
    Kind.OPEN_DOCSTRING: (end_docstring,),
    Kind.OTHER: (complete_signature, complete_elided_header, decorate_nothing, begin_in_the_middle),
}


def repaired(lines: Sequence[str], parser: Parser) -> tuple[Draft, Complaint | None]:
    """The lines after all repairs that apply, and what is then left to print_error about, if anything."""
    draft = Draft(tuple(lines), tuple(lines), parser)
    complaint = parser.complaint(draft.text)
    for _ in range(_TURNS):
        if complaint is None or parser.tired:
            break
        after = _once(draft, complaint)
        if after is None:
            break
        draft, complaint = after, parser.complaint(after.text)
    return draft, complaint


def _once(draft: Draft, complaint: Complaint) -> Draft | None:
    for repair in _REPAIRS.get(complaint.kind, ()):
        after = repair(draft, complaint)
        if after is not None and after.lines != draft.lines:
            return after
    return None
