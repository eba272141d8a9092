"""Repairs of indentation: excerpts that start or continue indented."""

from __future__ import annotations

import re

from postlint.code.python.lines import dedented, ends_header, indent_of, is_filler, text_of
from postlint.code.python.parser.parser import ProblemKind, SyntaxProblem
from postlint.code.python.repairs.candidate import Candidate

_CLOSING = re.compile(r"\s*[)\]}]")
_ELISION_COMMENT = re.compile(r"#\s*(?:\.\.\.|…)\s*")
_BLOCK_HEADER = "if 1:"


def dedent_excerpt(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Dedent an excerpt that starts indented."""
    if not candidate.code:
        return None
    first = candidate.code[0]
    if first != problem.line and not (problem.kind is ProblemKind.DEDENT and indent_of(candidate.lines[first])):
        return None
    moved = candidate.rewritten(dedented(candidate.lines))
    return moved if moved.lines != candidate.lines else None


def insert_block_header(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Replace a blank line or comment by `if 1:` if the excerpt continues indented below it."""
    line = min(problem.line, len(candidate.lines) - 1)
    above = line - 1
    if above < 0:
        return None
    if _ELISION_COMMENT.fullmatch(candidate.original[above]):
        return candidate.with_line(above, _BLOCK_HEADER)
    before = max((number for number in candidate.code if number < line), default=None)
    if problem.kind is not ProblemKind.INDENT or before is None or not is_filler(candidate.original[above]):
        return None
    finished = indent_of(candidate.lines[before]) == 0 or _CLOSING.match(candidate.lines[before])
    if not finished or ends_header(candidate.lines[before]):
        return None
    return candidate.with_line(above, _BLOCK_HEADER)


def dedent_paragraphs(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Dedent each paragraph on its own if the block shows several excerpts of different depths."""
    first = next((line for line in candidate.original if line.strip() and not line.lstrip().startswith("#")), "")
    if not indent_of(first):
        return None
    parts = _by_falling_depth(candidate)
    if len(parts) < 2:
        return None
    lines = list(candidate.lines)
    for part in parts:
        moved = dedented([lines[number] for number in part])
        if candidate.parser.budget_exhausted or not candidate.parser.accepts(text_of(moved)):
            return None
        for number, line in zip(part, moved, strict=True):
            lines[number] = line
    return candidate.rewritten(lines)


def _by_falling_depth(candidate: Candidate) -> list[list[int]]:
    """The line numbers of each run of paragraphs; a new run starts with a paragraph that is less indented."""
    paragraphs: list[list[int]] = [[]]
    for number, line in enumerate(candidate.lines):
        if line.strip():
            paragraphs[-1].append(number)
        elif paragraphs[-1]:
            paragraphs.append([])
    parts: list[list[int]] = []
    depth = -1
    for paragraph in filter(None, paragraphs):
        indent = min(indent_of(candidate.lines[number]) for number in paragraph)
        if depth < 0 or indent < depth:
            parts.append([])
            depth = indent
        parts[-1] += paragraph
    return parts
