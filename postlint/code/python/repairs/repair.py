"""Repair the lines of an excerpt: one repair after another, each chosen by the problem that the parser reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postlint.code.python.parser.parser import Parser, ProblemKind, SyntaxProblem
from postlint.code.python.repairs.candidate import Candidate
from postlint.code.python.repairs.compound_statements import (
    add_missing_body,
    complete_elided_header,
    complete_signature,
    drop_trailing_decorators,
    replace_open_try,
)
from postlint.code.python.repairs.indentation import dedent_excerpt, dedent_paragraphs, insert_block_header
from postlint.code.python.repairs.truncated_code import close_elided_brackets, complete_start, replace_open_docstring

_MAX_REPAIRS = 60
_Repair = Callable[[Candidate, SyntaxProblem], Candidate | None]

_REPAIRS: dict[ProblemKind, tuple[_Repair, ...]] = {
    ProblemKind.INDENT: (dedent_excerpt, insert_block_header, dedent_paragraphs),
    ProblemKind.DEDENT: (dedent_excerpt, insert_block_header, dedent_paragraphs),
    ProblemKind.BODY: (add_missing_body,),
    ProblemKind.COLON: (complete_signature, complete_elided_header, drop_trailing_decorators, complete_start),
    ProblemKind.OPEN_BRACKET: (complete_signature, close_elided_brackets, complete_start),
    ProblemKind.OPEN_TRY: (replace_open_try, complete_start),
    ProblemKind.OPEN_DOCSTRING: (replace_open_docstring,),
    ProblemKind.OTHER: (complete_signature, complete_elided_header, drop_trailing_decorators, complete_start),
}


def repair(lines: Sequence[str], parser: Parser) -> tuple[Candidate, SyntaxProblem | None]:
    """Apply all repairs that help, and return the lines with the problem that is left, if there is one."""
    candidate = Candidate(tuple(lines), tuple(lines), parser)
    problem = parser.problem(candidate.text)
    for _ in range(_MAX_REPAIRS):
        if problem is None or parser.budget_exhausted:
            break
        changed = _apply_first(candidate, problem)
        if changed is None:
            break
        candidate, problem = changed, parser.problem(changed.text)
    return candidate, problem


def _apply_first(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Apply the first repair for a kind of problem that changes the lines."""
    for apply in _REPAIRS.get(problem.kind, ()):
        changed = apply(candidate, problem)
        if changed is not None and changed.lines != candidate.lines:
            return changed
    return None
