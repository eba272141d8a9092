"""Repairs of compound statements: without a body, without a required clause, or with a header that is incomplete."""

from __future__ import annotations

import re

from postlint.code.python.lines import ends_header, indent_of
from postlint.code.python.parser.lexer import blanked
from postlint.code.python.parser.parser import SyntaxProblem
from postlint.code.python.repairs.candidate import Candidate

_DEFINITION = re.compile(r"\s*(?:async\s+)?(?:def|class)\s+\w+")
_DECORATOR = re.compile(r"(\s*)@")
_ELIDED_HEADER = re.compile(r"\s*(?:elif|if|while|for|with)\b.*\.\.\.\s*")
_BARE_HEADER = re.compile(r"\s*(?:elif|if|while|with|except)\s+\.\.\.\s*")
_TRY = re.compile(r"(\s*)try\s*:")
_MAX_HEADER_LINES = 40
"""The number of lines that a signature may have."""


def add_missing_body(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Add `pass` to a header that has only a comment as its body, a blank line after `def`, or ends the block."""
    end = header_end(candidate, problem.header)
    following = next((number for number in candidate.code if number > end), None)
    gap = range(end + 1, len(candidate.lines) if following is None else following)
    comments = [number for number in gap if candidate.lines[number].strip()]
    is_definition = _DEFINITION.match(candidate.lines[problem.header]) is not None
    if not comments and following is not None and not (is_definition and gap):
        return None
    body = " " * (indent_of(candidate.lines[problem.header]) + 4) + "pass"
    if comments or gap:
        return candidate.with_line((comments or gap)[0], body)
    return candidate.with_line(end, code_of(candidate.lines[end]) + " pass")


def header_end(candidate: Candidate, header: int) -> int:
    """The line in which the header of a statement ends."""
    for number in range(header, min(header + _MAX_HEADER_LINES, len(candidate.lines))):
        if ends_header(candidate.lines[number]):
            return number
    return min(header, len(candidate.lines) - 1)


def complete_signature(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Add `: pass` to a signature that has no colon and no indented lines below it."""
    line = min(problem.line, len(candidate.lines) - 1)
    header = next(
        (at for at in range(line, max(line - _MAX_HEADER_LINES, -1), -1) if _DEFINITION.match(candidate.lines[at])),
        None,
    )
    if header is None:
        return None
    depth = indent_of(candidate.lines[header])
    for end in range(header, min(header + _MAX_HEADER_LINES, len(candidate.lines))):
        bare = code_of(candidate.lines[end])
        if bare.endswith(":") or candidate.parser.budget_exhausted:
            return None
        whole = [*candidate.lines[header:end], bare]
        if candidate.parser.accepts("\n".join([whole[0].lstrip(), *whole[1:]]) + ": pass\n"):
            below = next((line for line in candidate.lines[end + 1 :] if line.strip()), None)
            if below is not None and indent_of(below) > depth:
                return None
            return candidate.with_line(end, bare + ": pass")
    return None


def complete_elided_header(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Add `: pass` to `elif x ...` at the end of the block, or to `elif ...` in place of a whole branch."""
    line = min(problem.line, candidate.last)
    text = candidate.lines[line]
    if line == candidate.last and _ELIDED_HEADER.fullmatch(text):
        return candidate.with_line(line, text.rstrip() + ": pass")
    below = next((number for number in candidate.code if number > line), None)
    if _BARE_HEADER.fullmatch(text) and (below is None or indent_of(candidate.lines[below]) <= indent_of(text)):
        return candidate.with_line(line, text.rstrip() + ": pass")
    return None


def drop_trailing_decorators(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Remove the `@` of decorators at the end of the block."""
    if problem.line < candidate.last:
        return None
    changes: dict[int, str] = {}
    for number in reversed(candidate.code):
        line = candidate.lines[number]
        if _DEFINITION.match(line):
            break
        if _DECORATOR.match(line):
            changes[number] = _DECORATOR.sub(r"\1", line, count=1)
    if not changes:
        return None
    bare = candidate.with_lines(changes)
    return bare if candidate.parser.accepts(bare.text) else None


def replace_open_try(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Replace `try` by `if 1` if the block ends in its body."""
    if problem.line < candidate.last:
        return None
    open_tries: dict[int, str] = {}
    depth = 10**6
    for number in reversed(candidate.code):
        line = candidate.lines[number]
        indent = indent_of(line)
        if indent < depth and (match := _TRY.match(line)):
            open_tries[number] = match[1] + "if 1:" + line[match.end() :]
        depth = min(depth, indent)
    return candidate.with_lines(open_tries) if open_tries else None


def code_of(line: str) -> str:
    """The line without trailing comment and whitespace."""
    return line[: len(blanked(line).rstrip())] if "#" in line else line.rstrip()
