"""Interactive sessions: `>>> x`, `In [1]: x`. Their output is not checked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from postlint.code.python.allowances.ipython_magics import is_cell_of_other_language, without_magics
from postlint.code.python.lines import code_lines, first_code, text_of
from postlint.code.python.not_python.other_languages import is_command
from postlint.code.python.parser.parser import Parser, ProblemKind, SyntaxProblem
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
# Magics that IPython accepts without `%`, and a key that is pressed.
_AUTOMAGIC = re.compile(
    r"(?:alias|autopx|bookmark|cat|cd|conda|cp|cpaste|edit|env|history|less|ll|load|load_ext|ls|man|matplotlib|mkdir|more"
    r"|mv|paste|pdb|pinfo|pip|psearch|pwd|px|pylab|recall|rerun|reset|rm|rmdir|run|save|store|who|whos|xmode)"
    r"(?:\s+(?![=(\[.,]).*)?"
)
_KEY = re.compile(r"<tab>|\[tab\]", re.IGNORECASE)
_MAX_JOINED = 60
"""The number of lines without a prompt that may continue a statement."""
_ERROR_LINES = 12
"""The number of lines below a statement in which its error may be shown."""


@dataclass(slots=True)
class _Statement:
    """What was typed at one prompt, with the lines below it."""

    line: int
    """The number of its first line, from 0."""
    source: list[str]
    ipython: bool
    below: list[str] = field(default_factory=list)


def is_session(text: str, lines: Sequence[str], *, tagged: bool) -> bool:
    """Whether the text has prompts. A block that is tagged as a session may start with a banner."""
    if ">>>" not in text and "In" not in text:
        return False
    return bool(_STARTS.match(first_code(lines)) or _AT_MARGIN.search(text) or (tagged and _ANYWHERE.search(text)))


def check_session(lines: Sequence[str], check: Check, *, tagged: bool) -> Verdict:
    """Check the statements of a session one by one, with `check` for those that do not parse."""
    if any(line.count(">>>") > 1 for line in lines):
        return valid("side by side")
    before, statements = _split(lines)
    if not tagged and not _STARTS.match(first_code(lines)) and before:
        verdict = _check_before(before, check)
        if not verdict.is_valid:
            return verdict
    number, any_valid = 0, False
    mislabeled: Verdict | None = None
    while number < len(statements):
        count = _count_valid(statements, number, Parser())
        if count:
            number, any_valid = number + count, True
            continue
        verdict = _check_statement(statements[number], lines, check)
        number += 1
        if verdict.kind == "mislabeled" and verdict.language != "python2":
            mislabeled = mislabeled or verdict  # one line is no evidence for the others
        elif verdict.is_valid:
            any_valid = True
        else:
            return verdict
    return mislabeled if mislabeled and not any_valid else valid("session")


def _check_statement(statement: _Statement, lines: Sequence[str], check: Check) -> Verdict:
    first = statement.source[0].lstrip()
    verdict = check(text_of([first, *statement.source[1:]]))
    line = lines[statement.line + verdict.line - 1]
    source = first if verdict.line == 1 else statement.source[verdict.line - 1]
    return replace(
        verdict,
        line=verdict.line + statement.line,
        statement_line=verdict.statement_line + statement.line,
        column=verdict.column + len(line) - len(source),
    )


def _split(lines: Sequence[str]) -> tuple[list[str], list[_Statement]]:
    """The lines before the first prompt, and the statements."""
    before: list[str] = []
    statements: list[_Statement] = []
    for number, line in enumerate(lines):
        if match := _PROMPT.match(line):
            statements.append(_Statement(number, [match[1] or match[2] or ""], match[2] is not None))
        elif not statements:
            before.append(line)
        elif not statements[-1].below and (match := _CONTINUATION.match(line)):
            statements[-1].source.append(match[1] or match[2] or "")
        else:
            statements[-1].below.append(line)
    return before, statements


def _check_before(before: list[str], check: Check) -> Verdict:
    """Check the code above a session that uses it; a banner or a shell command is not code."""
    first = first_code(before)
    if not first or is_command(first) or _BANNER.search("\n".join(before)):
        return valid()
    if len(code_lines(before)) > 1 or _BEGINS_CODE.match(first):
        return check(text_of(before))
    return valid()


def _count_valid(statements: list[_Statement], number: int, parser: Parser) -> int:
    """The number of prompts that form one valid statement, from this one on; 0 if it does not parse in any way."""
    statement = statements[number]
    source = [statement.source[0].lstrip(), *statement.source[1:]]
    if not any(line.strip() for line in source) or is_cell_of_other_language(source):
        return 1
    if _problem(source, parser) is None or _ERROR.search("\n".join(statement.below[:_ERROR_LINES])):
        return 1
    if _KEY.search(source[0]) or (statement.ipython and len(source) == 1 and _AUTOMAGIC.fullmatch(source[0].rstrip())):
        return 1
    if _count_continuations(source, (statement.below[at : at + 1] for at in range(len(statement.below))), parser):
        return 1
    # `>>>` instead of `...`, with no output in between.
    following = itertools.takewhile(
        lambda at: not any(line.strip() for line in statements[at - 1].below), range(number + 1, len(statements))
    )
    joined = _count_continuations(source, (statements[at].source for at in following), parser)
    return joined + 1 if joined else 0


def _count_continuations(source: Sequence[str], parts: Iterable[Sequence[str]], parser: Parser) -> int:
    """The number of parts that complete a statement; 0 if they do not."""
    joined = list(source)
    for count, part in enumerate(itertools.islice(parts, _MAX_JOINED), 1):
        joined += part
        problem = _problem(joined, parser)
        if problem is None:
            return count
        if problem.line < len(joined) - 1 and problem.kind not in (
            ProblemKind.OPEN_BRACKET,
            ProblemKind.OPEN_DOCSTRING,
        ):
            break
    return 0


def _problem(source: Sequence[str], parser: Parser) -> SyntaxProblem | None:
    return parser.problem(text_of(without_magics(source)))
