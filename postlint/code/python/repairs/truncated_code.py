"""Repairs of blocks that start or end in the middle of a statement."""

from __future__ import annotations

import re

from postlint.code.python.lines import indent_of
from postlint.code.python.parser.lexer import closers, open_brackets
from postlint.code.python.parser.parser import SyntaxProblem
from postlint.code.python.repairs.candidate import Candidate
from postlint.code.python.repairs.compound_statements import code_of

_ENDS_ELIDED = re.compile(r"(?:\.\.\.|…)\s*$")
_ELISION_COMMENT = re.compile(r"\s*#.*(?:\.\.\.|…|\b(?:etc|more|rest|omitted|snip)\b)", re.I)
_DOCSTRING = re.compile(r"\s*[rRuUbB]?(?:\"\"\"|''')")
_CODE = re.compile(r"\s*(?:def |class |return\b|import |from \w+ import|(?:if|for) .*:$|self\.|[\w.]+ = )")
_CONTINUES = re.compile(r"(\s*)(elif|else|except|finally|case)\b")
_METHOD = re.compile(r"\s*\.[A-Za-z_]\w*")


def close_elided_brackets(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Close the open brackets if the block ends in a comment or an ellipsis that stands for the rest."""
    opened = open_brackets(candidate.text)
    if not opened:
        return None
    missing = closers(candidate.text)
    end = next((line for line in reversed(candidate.original) if line.strip()), "")
    # A comment that is indented deeper than the statement replaces the rest of the statement.
    statement = candidate.text.count("\n", 0, opened[0].start)
    is_rest = end.lstrip().startswith("#") and indent_of(end) > indent_of(candidate.original[statement])
    if not is_rest and not _ENDS_ELIDED.search(end) and not _ELISION_COMMENT.match(end):
        return None
    last = candidate.last
    return candidate.with_line(last, _ENDS_ELIDED.sub("", code_of(candidate.lines[last])) + missing)


def replace_open_docstring(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Replace the docstring of a function or class by `pass` if the block ends in it."""
    line = problem.line
    before = next((candidate.lines[number] for number in reversed(candidate.code) if number < line), "")
    if not _DOCSTRING.match(candidate.lines[line]) or not before.rstrip().endswith(":"):
        return None
    if any(_CODE.match(below) for below in candidate.lines[line + 1 :]):
        return None
    changes = dict.fromkeys(range(line + 1, len(candidate.lines)), "")
    changes[line] = " " * indent_of(candidate.lines[line]) + "pass"
    return candidate.with_lines(changes)


def complete_start(candidate: Candidate, problem: SyntaxProblem) -> Candidate | None:
    """Complete a block that starts with `elif`, `except` ... or with `.method()`."""
    if not candidate.code or problem.line != candidate.code[0]:
        return None
    line = candidate.lines[problem.line]
    if match := _CONTINUES.match(line):
        return _as_first_clause(candidate, match[1], match[2])
    if not _METHOD.match(line):
        return None
    last = candidate.last
    changes = {problem.line: "(_" + line.lstrip()}
    changes[last] = code_of(changes.get(last, candidate.lines[last])) + ")"
    chained = candidate.with_lines(changes)
    return chained if candidate.parser.accepts(chained.text) else None


def _as_first_clause(candidate: Candidate, indent: str, keyword: str) -> Candidate:
    """Replace the first clause, and the clauses that cannot follow `if`, by `if 1:`."""
    if keyword == "elif":
        at = candidate.code[0]
        return candidate.with_line(at, candidate.lines[at].replace("elif", "if", 1))
    similar = r"case\b.*" if keyword == "case" else r"(?:except|finally)\b.*"
    clause = re.compile(rf"{indent}{similar}?:")
    changes: dict[int, str] = {
        candidate.code[0]: re.sub(r"^\s*\w+[^:\n]*:", f"{indent}if 1:", candidate.lines[candidate.code[0]])
    }
    for number in candidate.code[1:]:
        if candidate.lines[number].startswith(indent + "try"):
            break
        if match := clause.match(candidate.lines[number]):
            changes[number] = f"{indent}if 1:" + candidate.lines[number][match.end() :]
    return candidate.with_lines(changes)
