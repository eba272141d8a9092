"""Describe a syntax error: locate the author's mistake, which the parser may notice only later, and word a message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from keyword import kwlist
from typing import NamedTuple

from postlint.code.python.lines import ends_header, indent_of
from postlint.code.python.parser.lexer import open_brackets
from postlint.code.python.parser.newer_syntax import INVALID_FIELD, in_older_syntax
from postlint.code.python.parser.parser import ProblemKind, SyntaxProblem
from postlint.code.python.repairs.candidate import Candidate
from postlint.code.python.repairs.compound_statements import code_of
from postlint.code.python.verdict import Verdict

_HEADER = re.compile(r"\s*(?:async\s+)?(def|class|if|elif|else|for|while|try|except|finally|with|match|case)\b")
_KEYWORD = re.compile(r"\s*((?:async\s+)?\w+)")
_TOKEN = re.compile(r"\s*(?:\w+|([^\w\s])\1*)")
_FROM = re.compile(r"\s*(from\s+[\w.]+)\s+(?!import\b)\w")
_NO_VALUE = re.compile(r"(?<![=!<>:])(=)[ \t]*(?:$|(?=[),\]}]))")
_UNMATCHED = re.compile(r"unmatched '(.)'")
_MISMATCHED = re.compile(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'")
_NEVER_CLOSED = re.compile(r"'(.)' was never closed")

# Messages of any version of CPython -> ours.
_MESSAGES = (
    (re.compile(r"unterminated (?:f-|t-)?string literal"), "unclosed string"),
    (re.compile(r"unterminated triple-quoted"), "unclosed triple-quoted string"),
    (re.compile(r"unexpected indent"), "unexpected indentation, the line above does not start a block"),
    (re.compile(r"unindent does not match"), "indentation does not match any block above"),
    (re.compile(r"inconsistent use of tabs"), "inconsistent tabs and spaces in the indentation"),
    (re.compile(r"positional argument follows"), "positional argument after a keyword argument"),
    (
        re.compile(r"non-default argument|parameter without a default"),
        "parameter without a default after a parameter with one",
    ),
    (re.compile(r"expected 'except' or 'finally'"), "`try` without `except` or `finally`"),
    (re.compile(r"unexpected character after line continuation"), "unexpected character after a backslash"),
    (re.compile(r"unexpected EOF|unexpected end"), "unexpected end of the code"),
    (re.compile(r"expected ':'"), "missing colon"),
    (re.compile(r"Missing parentheses in call to '(\w+)'"), r"missing parentheses in the call to `\1`"),
    (re.compile(r"too many nested"), "too many nested brackets"),
)
_DETAIL = re.compile(
    r"\s*(?:\(detected at line \d+\)|on line \d+|Perhaps you forgot a comma\??|Did you mean .*|Maybe you meant .*)"
)


class _Mistake(NamedTuple):
    """Line and column count from 0, in the candidate."""

    line: int
    column: int
    message: str


def describe_error(candidate: Candidate, problem: SyntaxProblem) -> Verdict:
    """The verdict on a block with a syntax error."""
    mistake = _locate(candidate, problem)
    original = candidate.original[mistake.line]
    column = (
        mistake.column + len(original) - len(candidate.lines[mistake.line])
        if original.endswith(candidate.lines[mistake.line])
        else mistake.column
    )
    return Verdict(
        "broken",
        line=mistake.line + 1,
        column=max(0, min(column, len(original))) + 1,
        message=mistake.message,
        statement_line=_statement_line(candidate, mistake) + 1,
    )


def _locate(candidate: Candidate, problem: SyntaxProblem) -> _Mistake:
    """Locate the author's mistake. CPython may notice it only some lines below."""
    if problem.kind is ProblemKind.BODY:
        return _missing_body(candidate, problem)
    if problem.kind in (ProblemKind.INDENT, ProblemKind.DEDENT, ProblemKind.TABS):
        line = candidate.lines[problem.line]
        return _Mistake(problem.line, len(line) - len(line.lstrip()), _message(candidate, problem))
    return (
        _missing_value(candidate, problem)
        or _misspelled_keyword(candidate, problem)
        or _missing_colon(candidate, problem)
        or _missing_comma(candidate, problem)
        or _missing_bracket(candidate, problem)
        or _Mistake(problem.line, problem.column, _message(candidate, problem))
    )


def _missing_body(candidate: Candidate, problem: SyntaxProblem) -> _Mistake:
    line = problem.header
    match = _KEYWORD.match(candidate.lines[line])
    keyword = match[1] if match else ":"
    below = candidate.lines[problem.line]
    if (
        keyword in ("def", "class", "async def")
        or _HEADER.match(below)
        or indent_of(below) < indent_of(candidate.lines[line])
    ):
        return _Mistake(line, indent_of(candidate.lines[line]), f"`{keyword}` without an indented body")
    return _Mistake(problem.line, problem.column, f"line not indented, expected the body of `{keyword}`")


def _missing_value(candidate: Candidate, problem: SyntaxProblem) -> _Mistake | None:
    """`f(x=)` or `x =` at the end of a line."""
    if problem.kind is not ProblemKind.OTHER:
        return None
    fits = problem.message.startswith(("invalid syntax", "expected argument value"))
    line = code_of(candidate.lines[problem.line])
    for match in _NO_VALUE.finditer(line):
        if match.end() == len(line) or (fits and match.end() >= problem.column):
            return _Mistake(problem.line, match.start(1), "missing value after `=`")
    return None


def _misspelled_keyword(candidate: Candidate, problem: SyntaxProblem) -> _Mistake | None:
    """`Class`, `Def`, or `from x` without `import`."""
    line = candidate.lines[problem.line]
    match = _KEYWORD.match(line)
    if problem.kind is not ProblemKind.OTHER or not match:
        return None
    word = match[1]
    if word not in kwlist and word.lower() in kwlist:
        return _Mistake(problem.line, match.start(1), f"misspelled keyword `{word}`, expected `{word.lower()}`")
    if source := _FROM.match(line):
        return _Mistake(problem.line, source.end(1), f"missing `import` after `{source[1]}`")
    return None


def _missing_colon(candidate: Candidate, problem: SyntaxProblem) -> _Mistake | None:
    header = _HEADER.match(candidate.lines[problem.line])
    if not header or problem.kind not in (ProblemKind.COLON, ProblemKind.OTHER):
        return None
    end = code_of(candidate.lines[problem.line])
    if end.endswith((":", ",", "(", "\\")):
        return None
    if _parses_further(candidate.with_line(problem.line, end + ":"), problem):
        return _Mistake(problem.line, len(end), f"missing colon after `{header[1]}`")
    return None


def _missing_comma(candidate: Candidate, problem: SyntaxProblem) -> _Mistake | None:
    """A line inside brackets without a comma at its end."""
    if problem.kind is not ProblemKind.OTHER:
        return None
    above = max((number for number in candidate.code if number < problem.line), default=None)
    for number in (problem.line, above):
        if number is None:
            continue
        end = code_of(candidate.lines[number])
        if end.endswith((",", ":", "(", "[", "{")) or not open_brackets("\n".join([*candidate.lines[:number], end])):
            continue
        if _parses_further(candidate.with_line(number, end + ","), problem):
            return _Mistake(number, len(end), "missing comma at the end of the line")
    return None


def _missing_bracket(candidate: Candidate, problem: SyntaxProblem) -> _Mistake | None:
    """A closing bracket in a line that continues a less indented one, which should have opened it."""
    unmatched = _UNMATCHED.match(problem.message)
    if not unmatched:
        return None
    depth = indent_of(candidate.lines[problem.line])
    for number in range(problem.line - 1, -1, -1):
        line = candidate.lines[number]
        if not line.strip() or ends_header(line):
            return None
        if indent_of(line) < depth:
            if open_brackets("\n".join(candidate.lines[: number + 1])):
                return None
            text = f"missing opening bracket for the `{unmatched[1]}` at the end of this statement"
            return _Mistake(number, indent_of(line), text)
    return None


def _parses_further(changed: Candidate, problem: SyntaxProblem) -> bool:
    """Whether the parser gets further with a changed line."""
    after = changed.parser.problem(changed.text)
    return (
        after is None or after.line > problem.line or (after.kind is ProblemKind.BODY and after.header >= problem.line)
    )


def _message(candidate: Candidate, problem: SyntaxProblem) -> str:
    message = problem.message
    if match := _NEVER_CLOSED.match(message):
        return f"unclosed `{match[1]}`"
    if match := _UNMATCHED.match(message):
        return f"unmatched `{match[1]}`"
    if match := _MISMATCHED.match(message):
        return f"`{match[1]}` does not match the opening `{match[2]}`"
    for pattern, replacement in _MESSAGES:
        if match := pattern.search(message):
            return match.expand(replacement)
    message = _DETAIL.sub("", message).rstrip(".,; ").removesuffix(" here")
    if message.startswith("invalid syntax"):
        token = _TOKEN.match(candidate.lines[problem.line], problem.column)
        near = token[0].strip() if token else ""
        older = in_older_syntax(candidate.text).split("\n")[problem.line]
        if older.startswith(INVALID_FIELD, problem.column) and older != candidate.lines[problem.line]:
            return "empty field or unbalanced brace in an f-string"
        return f"unexpected `{near}`" if near and "`" not in near else "unexpected end of line"
    return (message[:1].lower() + message[1:]).replace("'", "`")


def _statement_line(candidate: Candidate, mistake: _Mistake) -> int:
    """The line of the outermost bracket that is open at the mistake, else the line of the mistake."""
    before: Sequence[str] = [*candidate.lines[: mistake.line], candidate.lines[mistake.line][: mistake.column]]
    text = "\n".join(before)
    brackets = open_brackets(text)
    return text.count("\n", 0, brackets[0].start) if brackets else mistake.line
