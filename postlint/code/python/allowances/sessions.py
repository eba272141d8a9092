"""Interactive sessions: `>>> x`, `In [1]: x`; their output is never code."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from postlint.code.python.allowances.magics import is_foreign_cell, without_magics
from postlint.code.python.lines import code_lines, first_code, text_of
from postlint.code.python.not_python.other_languages import is_command
from postlint.code.python.parser.syntax import Complaint, Kind, Parser
from postlint.code.python.verdict import Verdict, valid

Check = Callable[[str], Verdict]

_PROMPT = re.compile(r"\s*>>> ?(.*)$|\s*In ?\[\s*\d*\s*\]\s?:\s?(.*)$")
_CONTINUATION = re.compile(r"\s*\.\.\.(?: (.*)|$)|\s*\.{3,}:\s?(.*)$")
_STARTS = re.compile(r"\s*(?:>>>|In ?\[\d*\])")
_AT_MARGIN = re.compile(r"^(?:>>>|In ?\[\d*\]:) ", re.M)
_ANYWHERE = re.compile(r"^[ \t]*(?:>>>|In ?\[)", re.M)
_BANNER = re.compile(
    r"^(?:Python \d+\.\d|Last login|IPython \d|Type .(?:help|copyright)|.*REPL \d|Welcome to "
    r"|.*\$ (?:i?python|python3)\b)",
    re.M,
)
_ERROR = re.compile(r"\b(?:SyntaxError|IndentationError|TabError)\b")
_BEGINS_CODE = re.compile(r"\s*(?:import|from|def|class|@)\b")
# What IPython takes for a magic without its `%`, and a key that is pressed.
_AUTOMAGIC = re.compile(
    r"(?:alias|autopx|bookmark|cat|cd|conda|cp|cpaste|edit|env|history|less|ll|load|load_ext|ls|man|matplotlib|mkdir|more"
    r"|mv|paste|pdb|pinfo|pip|psearch|pwd|px|pylab|recall|rerun|reset|rm|rmdir|run|save|store|who|whos|xmode)"
    r"(?:\s+(?![=(\[.,]).*)?"
)
_KEY = re.compile(r"<tab>|\[tab\]", re.IGNORECASE)
_JOINED = 60
"""How many lines without a prompt a statement may go on for."""


@dataclass(slots=True)
class _Statement:
    """What was typed at one prompt, and what stands below it."""

    line: int
    source: list[str]
    ipython: bool
    below: list[str] = field(default_factory=list)


def is_session(text: str, lines: Sequence[str], *, tagged: bool) -> bool:
    """Whether the text is typed at prompts; one tagged as a session may begin with a banner."""
    if ">>>" not in text and "In" not in text:
        return False
    return bool(_STARTS.match(first_code(lines)) or _AT_MARGIN.search(text) or (tagged and _ANYWHERE.search(text)))


def check_session(lines: Sequence[str], check: Check, *, tagged: bool) -> Verdict:
    """Judge the statements of a session one by one, with `check` for those that do not parse."""
    if any(line.count(">>>") > 1 for line in lines):
        return valid("side by side")
    before, statements = _split(lines)
    if not tagged and not _STARTS.match(first_code(lines)) and before:
        found = _check_before(before, check)
        if not found.silent:
            return found
    number, understood = 0, False
    other: Verdict | None = None
    while number < len(statements):
        taken = _read(statements, number, Parser())
        if taken:
            number, understood = number + taken, True
            continue
        found = _check_statement(statements[number], lines, check)
        number += 1
        if found.kind == "mislabelled" and found.language != "python2":
            other = other or found  # one line says nothing of the others
        elif found.silent:
            understood = True
        else:
            return found
    return other if other and not understood else valid("session")


def _check_statement(statement: _Statement, lines: Sequence[str], check: Check) -> Verdict:
    first = statement.source[0].lstrip()
    found = check(text_of([first, *statement.source[1:]]))
    line = lines[statement.line + found.line - 1]
    source = first if found.line == 1 else statement.source[found.line - 1]
    return replace(
        found,
        line=found.line + statement.line,
        statement_line=found.statement_line + statement.line,
        column=found.column + len(line) - len(source),
    )


def _split(lines: Sequence[str]) -> tuple[list[str], list[_Statement]]:
    before: list[str] = []
    statements: list[_Statement] = []
    for number, line in enumerate(lines):
        if found := _PROMPT.match(line):
            statements.append(_Statement(number, [found[1] or found[2] or ""], found[2] is not None))
        elif not statements:
            before.append(line)
        elif not statements[-1].below and (found := _CONTINUATION.match(line)):
            statements[-1].source.append(found[1] or found[2] or "")
        else:
            statements[-1].below.append(line)
    return before, statements


def _check_before(before: list[str], check: Check) -> Verdict:
    """Code may come first, then a session that shows it at work; a banner or command is no code."""
    first = first_code(before)
    if not first or is_command(first) or _BANNER.search("\n".join(before)):
        return valid()
    if len(code_lines(before)) > 1 or _BEGINS_CODE.match(first):
        return check(text_of(before))
    return valid()


def _read(statements: list[_Statement], number: int, parser: Parser) -> int:
    """How many statements are understood from this one on; 0 if it does not parse in any way."""
    statement = statements[number]
    source = [statement.source[0].lstrip(), *statement.source[1:]]
    if not any(line.strip() for line in source) or is_foreign_cell(source):
        return 1
    if _complaint(source, parser) is None or _ERROR.search("\n".join(statement.below[:12])):
        return 1
    if _KEY.search(source[0]) or (statement.ipython and len(source) == 1 and _AUTOMAGIC.fullmatch(source[0].rstrip())):
        return 1
    if _goes_on(source, (statement.below[at : at + 1] for at in range(len(statement.below))), parser):
        return 1
    # `>>>` where `...` belongs; nothing was printed in between.
    following = itertools.takewhile(
        lambda at: not any(line.strip() for line in statements[at - 1].below), range(number + 1, len(statements))
    )
    joined = _goes_on(source, (statements[at].source for at in following), parser)
    return joined + 1 if joined else 0


def _goes_on(source: Sequence[str], parts: Iterable[Sequence[str]], parser: Parser) -> int:
    """How many of the parts complete a statement; 0 if they do not."""
    whole = list(source)
    for count, part in enumerate(itertools.islice(parts, _JOINED), 1):
        whole += part
        complaint = _complaint(whole, parser)
        if complaint is None:
            return count
        if complaint.line < len(whole) - 1 and complaint.kind not in (Kind.OPEN_BRACKET, Kind.OPEN_DOCSTRING):
            break
    return 0


def _complaint(source: Sequence[str], parser: Parser) -> Complaint | None:
    return parser.complaint(text_of(without_magics(source)))
