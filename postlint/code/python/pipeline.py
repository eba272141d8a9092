"""Check one Python block: `check` goes through these steps and stops at the first that gives a verdict.

1. Parse the text as it is (`parser`). What parses is valid, unless it needs a later Python than the target.
2. Skip what is too long, nested too deeply or marked with a skip comment.
3. Recognize what is obviously something else: includes, Markdown, other languages (`not_python.quick_checks`).
4. Check an interactive session statement by statement, each through the steps below
   (`allowances.interactive_sessions`).
5. Skip errors that are shown on purpose (`allowances.surrounding_text`).
6. Rewrite, in ever more ways, how posts show code (magics, output, omitted code, placeholders), and after each way
   apply the repairs for incomplete code (`repairs`). Valid if any of the results parses.
7. Recognize what is not Python by the failure of all repairs: Python 2, diffs, pseudo code, templates, prose
   (`not_python`).
8. What is left is an error. Describe the problem that is furthest down (`describe_error`).

Every step keeps the number of lines, so a line number of a rewritten text is one of the block.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence

from postlint.code.languages import PYTHON_SESSION
from postlint.code.python.allowances.interactive_sessions import check_session, is_session
from postlint.code.python.allowances.ipython_magics import is_cell_of_other_language, without_magics
from postlint.code.python.allowances.isolated_arguments import are_isolated_arguments
from postlint.code.python.allowances.omitted_code import without_elisions
from postlint.code.python.allowances.placeholders import without_placeholders
from postlint.code.python.allowances.printed_output import without_output
from postlint.code.python.allowances.surrounding_text import has_skip_comment, is_intentional_error, mentions_python_2
from postlint.code.python.describe_error import describe_error
from postlint.code.python.lines import MAX_LINE_LENGTH, dedented, first_code, is_code, text_of
from postlint.code.python.not_python.prose import no_line_is_python
from postlint.code.python.not_python.pseudo_code import are_signatures, is_listing, is_notation, without_templates
from postlint.code.python.not_python.python2 import in_python_3
from postlint.code.python.not_python.quick_checks import recognize_non_python
from postlint.code.python.parser.newer_syntax import find_newer_syntax
from postlint.code.python.parser.parser import (
    PARSE_LIMIT,
    REPAIR_LIMIT,
    Parser,
    ProblemKind,
    SyntaxProblem,
    without_unparsable_characters,
)
from postlint.code.python.repairs.candidate import Candidate
from postlint.code.python.repairs.repair import repair
from postlint.code.python.verdict import Verdict, mislabeled, valid

Version = tuple[int, int]
_Lines = Sequence[str]

_DIRECTIVE_OPTION = re.compile(r":(?:[A-Za-z][\w-]*:|\s)")
_SESSION_CODE = re.compile(r"(?:import|from|def|class|@)\b")
# A statement, not indented, that shows a value.
_CALL = re.compile(r"(?:print|[A-Za-z_]\w*(?:\.\w+)+)\(.*\)\s*(?:#.*)?")
_MAX_TRIES = 20
"""The number of lines below which output is looked for."""
_DIFF_LINE = re.compile(r"[+-](?:\s|$)")


def check(
    text: str, tag: str = "python", *, before: str = "", after: str = "", target: Version | None = None
) -> Verdict:
    """Check the text of a code block that is tagged as Python.

    `tag` is the block's language in lower case. `before` and `after` are the text directly above and below the block:
    code that is announced as wrong is not an error. With a `target`, a valid block that needs a later Python is
    `newer`. The text is parsed by the running Python, never compiled, imported or run; the verdict is the same on
    every supported version.

    >>> check("print('a'").message
    'unclosed `(`'
    >>> check("pip install postlint").language
    'sh'
    """
    with warnings.catch_warnings():
        # Warnings of the parser would be printed, or be raised as errors.
        warnings.simplefilter("ignore")
        return _check(text, tag, before, after, target)


def _check(text: str, tag: str, before: str, after: str, target: Version | None) -> Verdict:
    if len(text) > PARSE_LIMIT:
        return valid("too long")
    text = without_unparsable_characters(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    if not text.strip():
        return valid("empty")
    lines = _without_directive_options(text.rstrip("\n").split("\n"))
    text = text_of(lines)
    parser = Parser()
    tagged = tag in PYTHON_SESSION
    problem = parser.problem(text)
    if problem is None:
        return _newer(text, target) or valid()
    if problem.kind is ProblemKind.TOO_DEEP or len(text) > REPAIR_LIMIT or has_skip_comment(text):
        return valid("not judged")
    if verdict := recognize_non_python(text, lines):
        return verdict
    if is_session(text, lines, tagged=tagged):
        return check_session(lines, lambda part: _judge(part, Parser(), before, text + after), tagged=tagged)
    if tagged and not _SESSION_CODE.match(first_code(lines)):
        return valid("output")
    return _judge(text, parser, before, after)


def _without_directive_options(lines: list[str]) -> list[str]:
    """Replace MyST's options (`:caption:` ...) at the start by comments."""
    count = 0
    while count < len(lines) and _DIRECTIVE_OPTION.match(lines[count]):
        count += 1
    return ["#"] * count + lines[count:]


def _newer(text: str, target: Version | None) -> Verdict | None:
    newer = find_newer_syntax(text, target) if target else None
    if newer is None or target is None:
        return None
    since, expected = (".".join(map(str, version)) for version in (newer.since, target))
    message = f"{newer.name} requires Python {since}, expected syntax of Python {expected}"
    return Verdict("newer", line=newer.line, column=newer.column, message=message, statement_line=newer.line)


def _judge(text: str, parser: Parser, before: str, after: str) -> Verdict:
    """The verdict on a text that does not parse and is not a session."""
    lines = text.rstrip("\n").split("\n")
    if is_intentional_error(text, before, after):
        return valid("demonstration")
    if is_cell_of_other_language(lines):
        return valid("other language")
    failure = _with_allowances(lines, parser)
    if failure is None:
        return valid("excerpt")
    return _recognize_after_repairs(lines, parser, before, after) or describe_error(*failure)


def _with_allowances(lines: _Lines, parser: Parser) -> tuple[Candidate, SyntaxProblem] | None:
    """The problem that is furthest down after ever more allowances, with its candidate; None if the text is valid."""
    magics = without_magics(lines)
    output = without_output(magics, parser)
    rewritings: tuple[Callable[[], _Lines], ...] = (
        lambda: lines,
        lambda: magics,
        lambda: output,
        lambda: without_elisions(lines, parser),
        lambda: without_elisions(output, parser),
        lambda: without_placeholders(without_elisions(output, parser), parser),
    )
    seen: list[_Lines] = []
    furthest: tuple[Candidate, SyntaxProblem] | None = None
    for rewrite in rewritings:
        rewritten = rewrite()
        if rewritten in seen:
            continue
        seen.append(rewritten)
        candidate, problem = repair(rewritten, parser)
        if problem is None or are_isolated_arguments(rewritten, parser):
            return None
        if furthest is None or problem.line >= furthest[1].line:
            furthest = candidate, problem
    return furthest


def _recognize_after_repairs(lines: _Lines, parser: Parser, before: str, after: str) -> Verdict | None:
    """The verdict on a text that is not Python, or need not be; None if it is Python with an error."""
    if _ends_in_output(lines, parser):
        return valid("output")
    if mentions_python_2(before, after):
        return valid("Python 2")
    text = text_of(lines)
    older = in_python_3(text)
    if older != text and repair(older.rstrip("\n").split("\n"), parser)[1] is None:
        return mislabeled("it is Python 2", "python2", certain=True)
    if _is_diff(lines, parser):
        return mislabeled("it is a diff", "diff", certain=True)
    if is_notation(text) or is_listing(lines) or are_signatures(lines, parser):
        return valid("notation")
    if "{%" in text:
        return valid("template")
    if "{{" in text and parser.accepts(text_of(dedented(without_templates(lines)))):
        return valid("template")
    if no_line_is_python(lines, parser):
        first = next(number for number, line in enumerate(lines) if is_code(line))
        return mislabeled("no line of it is Python", "text", first + 1)
    return None


def _ends_in_output(lines: _Lines, parser: Parser) -> bool:
    """Whether the text is code followed, below a comment or a call, by at least two lines that are not Python."""
    tries = 0
    for number in range(len(lines) - 2, 0, -1):
        line = lines[number]
        is_comment = line.lstrip().startswith("#")
        if not is_comment and (len(line) > MAX_LINE_LENGTH or not _CALL.fullmatch(line)):
            continue
        if tries > _MAX_TRIES or parser.budget_exhausted:
            break
        tries += 1
        rest = [line for line in lines[number + 1 :] if line.strip()]
        code = lines[: number + 1]
        if len(rest) < 2 or not any(map(is_code, code)) or not no_line_is_python(rest, parser):
            continue
        if parser.accepts(text_of(dedented(code))):
            return True
    return False


def _is_diff(lines: _Lines, parser: Parser) -> bool:
    """Whether every line is marked as added, removed or unchanged, and the old or the new code parses."""
    nonblank = [line for line in lines if line.strip()]
    if not any(map(_DIFF_LINE.match, nonblank)) or not all(line[0] in "+- " for line in nonblank):
        return False
    sides = ([line[1:] for line in lines if not line.startswith(sign)] for sign in "-+")
    return any(parser.accepts(text_of(dedented(side))) for side in sides)
