"""Repairs of blocks that begin or end in the middle of a statement."""

from __future__ import annotations

import re

from postlint.code.python.lines import indent_of
from postlint.code.python.parser.lexer import closers, open_brackets
from postlint.code.python.parser.syntax import Complaint
from postlint.code.python.repairs.candidate import Draft
from postlint.code.python.repairs.headers import code_of

_ENDS_ELIDED = re.compile(r"(?:\.\.\.|…)\s*$")
_ELISION_COMMENT = re.compile(r"\s*#.*(?:\.\.\.|…|\b(?:etc|more|rest|omitted|snip)\b)", re.I)
_DOCSTRING = re.compile(r"\s*[rRuUbB]?(?:\"\"\"|''')")
_CODE = re.compile(r"\s*(?:def |class |return\b|import |from \w+ import|(?:if|for) .*:$|self\.|[\w.]+ = )")
_CONTINUES = re.compile(r"(\s*)(elif|else|except|finally|case)\b")
_METHOD = re.compile(r"\s*\.[A-Za-z_]\w*")


def close_elided(draft: Draft, complaint: Complaint) -> Draft | None:
    """A bracket is open at the end, where a comment or an ellipsis says that more follows."""
    opened = open_brackets(draft.text)
    if not opened:
        return None
    missing = closers(draft.text)
    end = next((line for line in reversed(draft.original) if line.strip()), "")
    # A comment that stands deeper than the statement stands for its missing rest.
    statement = draft.text.count("\n", 0, opened[0].start)
    is_rest = end.lstrip().startswith("#") and indent_of(end) > indent_of(draft.original[statement])
    if not is_rest and not _ENDS_ELIDED.search(end) and not _ELISION_COMMENT.match(end):
        return None
    last = draft.last
    return draft.with_line(last, _ENDS_ELIDED.sub("", code_of(draft.lines[last])) + missing)


def end_docstring(draft: Draft, complaint: Complaint) -> Draft | None:
    """The block ends within the docstring of a function or class."""
    line = complaint.line
    before = next((draft.lines[number] for number in reversed(draft.code) if number < line), "")
    if not _DOCSTRING.match(draft.lines[line]) or not before.rstrip().endswith(":"):
        return None
    if any(_CODE.match(below) for below in draft.lines[line + 1 :]):
        return None
    changes = dict.fromkeys(range(line + 1, len(draft.lines)), "")
    changes[line] = " " * indent_of(draft.lines[line]) + "pass"
    return draft.with_lines(changes)


def begin_in_the_middle(draft: Draft, complaint: Complaint) -> Draft | None:
    """The block begins with `elif`, `except` ... or with `.method()`."""
    if not draft.code or complaint.line != draft.code[0]:
        return None
    line = draft.lines[complaint.line]
    if found := _CONTINUES.match(line):
        return _as_first_clause(draft, found[1], found[2])
    if not _METHOD.match(line):
        return None
    last = draft.last
    changes = {complaint.line: "(_" + line.lstrip()}
    changes[last] = code_of(changes.get(last, draft.lines[last])) + ")"
    chained = draft.with_lines(changes)
    return chained if draft.parser.reads(chained.text) else None


def _as_first_clause(draft: Draft, indent: str, keyword: str) -> Draft:
    """The draft with its first clause, and those that cannot follow it, as conditions."""
    if keyword == "elif":
        at = draft.code[0]
        return draft.with_line(at, draft.lines[at].replace("elif", "if", 1))
    alike = r"case\b.*" if keyword == "case" else r"(?:except|finally)\b.*"
    clause = re.compile(rf"{indent}{alike}?:")
    changes: dict[int, str] = {draft.code[0]: re.sub(r"^\s*\w+[^:\n]*:", f"{indent}if 1:", draft.lines[draft.code[0]])}
    for number in draft.code[1:]:
        if draft.lines[number].startswith(indent + "try"):
            break
        if found := clause.match(draft.lines[number]):
            changes[number] = f"{indent}if 1:" + draft.lines[number][found.end() :]
    return draft.with_lines(changes)
