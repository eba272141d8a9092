"""The way a Python block goes: from what parses as it is to what no allowance explains."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence

from postlint.code.languages import PYTHON_SESSION
from postlint.code.python.allowances.context import is_demonstration, is_left_alone, is_python_2_age
from postlint.code.python.allowances.elisions import without_elisions
from postlint.code.python.allowances.fragments import is_fragment
from postlint.code.python.allowances.magics import is_foreign_cell, without_magics
from postlint.code.python.allowances.output import without_output
from postlint.code.python.allowances.placeholders import without_placeholders
from postlint.code.python.allowances.sessions import check_session, is_session
from postlint.code.python.explain import explain
from postlint.code.python.lines import dedented, first_code, is_code, text_of
from postlint.code.python.not_python.notation import are_signatures, is_listing, is_notation, without_templates
from postlint.code.python.not_python.prose import no_line_is_python
from postlint.code.python.not_python.python2 import in_python_3
from postlint.code.python.not_python.quick_checks import foreign
from postlint.code.python.parser.newer import newer_than
from postlint.code.python.parser.syntax import PARSE_LIMIT, REPAIR_LIMIT, Complaint, Kind, Parser, readable
from postlint.code.python.repairs.candidate import Draft
from postlint.code.python.repairs.repair import repaired
from postlint.code.python.verdict import Verdict, mislabelled, valid

Version = tuple[int, int]
_Lines = Sequence[str]

_DIRECTIVE_OPTION = re.compile(r":(?:[A-Za-z][\w-]*:|\s)")
_SESSION_CODE = re.compile(r"(?:import|from|def|class|@)\b")
# A statement at the margin that shows a value.
_CALL = re.compile(r"(?:print|[A-Za-z_]\w*(?:\.\w+)+)\(.*\)\s*(?:#.*)?")
_DIFF_LINE = re.compile(r"[+-](?:\s|$)")


def check(
    text: str, tag: str = "python", *, before: str = "", after: str = "", target: Version | None = None
) -> Verdict:
    """Judge the text of a code block that is tagged as Python.

    `tag` is the block's language, lower-cased. `before` and `after` are what the post says directly above and below:
    code that is announced as wrong is no error. With a `target`, a valid block that needs a later Python is `newer`.
    The text is parsed by the running Python, never compiled, imported or run; the verdict is the same on every
    supported version.

    >>> check("print('a'").message
    '`(` is never closed'
    >>> check("pip install postlint").language
    'sh'
    """
    with warnings.catch_warnings():
        # Raised as errors, the parser's warnings would be refusals; else they would be printed.
        warnings.simplefilter("ignore")
        return _check(text, tag, before, after, target)


def _check(text: str, tag: str, before: str, after: str, target: Version | None) -> Verdict:
    if len(text) > PARSE_LIMIT:
        return valid("too long")
    text = readable(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    if not text.strip():
        return valid("empty")
    lines = _without_directive_options(text.rstrip("\n").split("\n"))
    text = text_of(lines)
    parser = Parser()
    tagged = tag in PYTHON_SESSION
    complaint = parser.complaint(text)
    if complaint is None:
        return _newer(text, target) or valid()
    if complaint.kind is Kind.TOO_DEEP or len(text) > REPAIR_LIMIT or is_left_alone(text):
        return valid("not judged")
    if found := foreign(text, lines):
        return found
    if is_session(text, lines, tagged=tagged):
        return check_session(lines, lambda part: _judge(part, Parser(), before, text + after), tagged=tagged)
    if tagged and not _SESSION_CODE.match(first_code(lines)):
        return valid("output")
    return _judge(text, parser, before, after)


def _without_directive_options(lines: list[str]) -> list[str]:
    """The lines with MyST's `:caption:` and the like at their start as comments."""
    count = 0
    while count < len(lines) and _DIRECTIVE_OPTION.match(lines[count]):
        count += 1
    return ["#"] * count + lines[count:]


def _newer(text: str, target: Version | None) -> Verdict | None:
    newer = newer_than(text, target) if target else None
    if newer is None or target is None:
        return None
    since, wanted = (".".join(map(str, version)) for version in (newer.since, target))
    message = f"{newer.name} needs Python {since}, expected what Python {wanted} reads"
    return Verdict("newer", line=newer.line, column=newer.column, message=message, statement_line=newer.line)


def _judge(text: str, parser: Parser, before: str, after: str) -> Verdict:
    """Judge a text that does not parse and is no session."""
    lines = text.rstrip("\n").split("\n")
    if is_demonstration(text, before, after):
        return valid("demonstration")
    if is_foreign_cell(lines):
        return valid("foreign cell")
    found = _with_allowances(lines, parser)
    if found is None:
        return valid("excerpt")
    return _explained(lines, parser, before, after) or explain(*found)


def _with_allowances(lines: _Lines, parser: Parser) -> tuple[Draft, Complaint] | None:
    """What the parser complains about furthest down, after ever more allowances for how posts show code; or None."""
    magics = without_magics(lines)
    output = without_output(magics, parser)
    drafts: tuple[Callable[[], _Lines], ...] = (
        lambda: lines,
        lambda: magics,
        lambda: output,
        lambda: without_elisions(lines, parser),
        lambda: without_elisions(output, parser),
        lambda: without_placeholders(without_elisions(output, parser), parser),
    )
    seen: list[_Lines] = []
    left: tuple[Draft, Complaint] | None = None
    for make in drafts:
        wanted = make()
        if wanted in seen:
            continue
        seen.append(wanted)
        draft, complaint = repaired(wanted, parser)
        if complaint is None or is_fragment(wanted, parser):
            return None
        if left is None or complaint.line >= left[1].line:
            left = draft, complaint
    return left


def _explained(lines: _Lines, parser: Parser, before: str, after: str) -> Verdict | None:
    """What a text that no allowance makes Python is instead, or why it need not be; None if it is broken."""
    if _ends_in_output(lines, parser):
        return valid("output")
    if is_python_2_age(before, after):
        return valid("Python 2")
    text = text_of(lines)
    older = in_python_3(text)
    if older != text and repaired(older.rstrip("\n").split("\n"), parser)[1] is None:
        return mislabelled("this is Python 2", "python2", certain=True)
    if _is_diff(lines, parser):
        return mislabelled("this is a diff", "diff", certain=True)
    if is_notation(text) or is_listing(lines) or are_signatures(lines, parser):
        return valid("notation")
    if "{%" in text:
        return valid("template")
    if "{{" in text and parser.reads(text_of(dedented(without_templates(lines)))):
        return valid("template")
    if no_line_is_python(lines, parser):
        first = next(number for number, line in enumerate(lines) if is_code(line))
        return mislabelled("no line of this is Python", "text", first + 1)
    return None


def _ends_in_output(lines: _Lines, parser: Parser) -> bool:
    """Whether the text is code, and then, below a comment or a call, at least two lines that are no Python."""
    tries = 0
    for number in range(len(lines) - 2, 0, -1):
        line = lines[number]
        is_comment = line.lstrip().startswith("#")
        if not is_comment and (len(line) > 2000 or not _CALL.fullmatch(line)):
            continue
        if tries > 20 or parser.tired:
            break
        tries += 1
        rest = [line for line in lines[number + 1 :] if line.strip()]
        head = lines[: number + 1]
        if len(rest) < 2 or not any(map(is_code, head)) or not no_line_is_python(rest, parser):
            continue
        if parser.reads(text_of(dedented(head))):
            return True
    return False


def _is_diff(lines: _Lines, parser: Parser) -> bool:
    """Whether every line is marked as added, removed or kept, and one side of it parses."""
    written = [line for line in lines if line.strip()]
    if not any(map(_DIFF_LINE.match, written)) or not all(line[0] in "+- " for line in written):
        return False
    sides = ([line[1:] for line in lines if not line.startswith(mark)] for mark in "-+")
    return any(parser.reads(text_of(dedented(side))) for side in sides)
