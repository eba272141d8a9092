"""A parser's complaint in an author's words, at the line where the author slipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from keyword import kwlist
from typing import NamedTuple

from postlint.code.python.lines import ends_header, indent_of
from postlint.code.python.parser.lexer import open_brackets
from postlint.code.python.parser.newer import WRONG_FIELD, in_older_words
from postlint.code.python.parser.syntax import Complaint, Kind
from postlint.code.python.repairs.candidate import Draft
from postlint.code.python.repairs.headers import code_of
from postlint.code.python.verdict import Verdict

_HEADER = re.compile(r"\s*(?:async\s+)?(def|class|if|elif|else|for|while|try|except|finally|with|match|case)\b")
_KEYWORD = re.compile(r"\s*((?:async\s+)?\w+)")
_TOKEN = re.compile(r"\s*(?:\w+|([^\w\s])\1*)")
_FROM = re.compile(r"\s*(from\s+[\w.]+)\s+(?!import\b)\w")
_NO_VALUE = re.compile(r"(?<![=!<>:])(=)[ \t]*(?:$|(?=[),\]}]))")
_UNMATCHED = re.compile(r"unmatched '(.)'")
_MISMATCHED = re.compile(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'")
_NEVER_CLOSED = re.compile(r"'(.)' was never closed")

# CPython's words of any version -> ours.
_WORDS = (
    (re.compile(r"unterminated (?:f-|t-)?string literal"), "string is never closed"),
    (re.compile(r"unterminated triple-quoted"), "triple-quoted string is never closed"),
    (re.compile(r"unexpected indent"), "line is indented deeper than the one above, which opens no block"),
    (re.compile(r"unindent does not match"), "indentation matches no line above"),
    (re.compile(r"inconsistent use of tabs"), "tabs and spaces are mixed in the indentation"),
    (re.compile(r"positional argument follows"), "positional argument after a keyword argument"),
    (re.compile(r"non-default argument|parameter without a default"), "parameter needs a default like the one before"),
    (re.compile(r"expected 'except' or 'finally'"), "`try` without `except` or `finally`"),
    (re.compile(r"unexpected character after line continuation"), "unexpected character after a backslash"),
    (re.compile(r"unexpected EOF|unexpected end"), "code ends too early"),
    (re.compile(r"expected ':'"), "missing colon"),
    (re.compile(r"Missing parentheses in call to '(\w+)'"), r"missing parentheses in the call of `\1`"),
    (re.compile(r"too many nested"), "brackets are nested too deeply"),
)  # fmt: skip
_DETAIL = re.compile(
    r"\s*(?:\(detected at line \d+\)|on line \d+|Perhaps you forgot a comma\??|Did you mean .*|Maybe you meant .*)"
)


class _Place(NamedTuple):
    line: int
    column: int
    message: str


def explain(draft: Draft, complaint: Complaint) -> Verdict:
    """The verdict on a block that is broken."""
    place = _slip(draft, complaint)
    original = draft.original[place.line]
    column = (
        place.column + len(original) - len(draft.lines[place.line])
        if original.endswith(draft.lines[place.line])
        else place.column
    )
    return Verdict(
        "broken",
        line=place.line + 1,
        column=max(0, min(column, len(original))) + 1,
        message=place.message,
        statement_line=_statement_line(draft, place) + 1,
    )


def _slip(draft: Draft, complaint: Complaint) -> _Place:
    """Where the author slipped: CPython may notice it only some lines below."""
    if complaint.kind is Kind.BODY:
        return _missing_body(draft, complaint)
    if complaint.kind in (Kind.INDENT, Kind.DEDENT, Kind.TABS):
        line = draft.lines[complaint.line]
        return _Place(complaint.line, len(line) - len(line.lstrip()), _message(draft, complaint))
    found = _missing_value(draft, complaint) or _misspelt_keyword(draft, complaint)
    found = (
        found
        or _missing_colon(draft, complaint)
        or _missing_comma(draft, complaint)
        or _missing_bracket(draft, complaint)
    )
    return found or _Place(complaint.line, complaint.column, _message(draft, complaint))


def _missing_body(draft: Draft, complaint: Complaint) -> _Place:
    line = complaint.header
    found = _KEYWORD.match(draft.lines[line])
    keyword = found[1] if found else ":"
    below = draft.lines[complaint.line]
    if (
        keyword in ("def", "class", "async def")
        or _HEADER.match(below)
        or indent_of(below) < indent_of(draft.lines[line])
    ):
        return _Place(line, indent_of(draft.lines[line]), f"`{keyword}` without a body: nothing is indented below it")
    return _Place(complaint.line, complaint.column, f"line is not indented, expected the body of `{keyword}` above it")


def _missing_value(draft: Draft, complaint: Complaint) -> _Place | None:
    """`f(x=)` or `x =` at the end of a line."""
    if complaint.kind is not Kind.OTHER:
        return None
    said_so = complaint.message.startswith(("invalid syntax", "expected argument value"))
    line = code_of(draft.lines[complaint.line])
    for found in _NO_VALUE.finditer(line):
        if found.end() == len(line) or (said_so and found.end() >= complaint.column):
            return _Place(complaint.line, found.start(1), "`=` without a value")
    return None


def _misspelt_keyword(draft: Draft, complaint: Complaint) -> _Place | None:
    """`Class`, `Def`, or `from x` without `import`."""
    line = draft.lines[complaint.line]
    found = _KEYWORD.match(line)
    if complaint.kind is not Kind.OTHER or not found:
        return None
    word = found[1]
    if word not in kwlist and word.lower() in kwlist:
        return _Place(complaint.line, found.start(1), f"`{word}` is no keyword, expected `{word.lower()}`")
    if missing := _FROM.match(line):
        return _Place(complaint.line, missing.end(1), f"`import` is missing after `{missing[1]}`")
    return None


def _missing_colon(draft: Draft, complaint: Complaint) -> _Place | None:
    header = _HEADER.match(draft.lines[complaint.line])
    if not header or complaint.kind not in (Kind.COLON, Kind.OTHER):
        return None
    end = code_of(draft.lines[complaint.line])
    if end.endswith((":", ",", "(", "\\")):
        return None
    mended = draft.with_line(complaint.line, end + ":")
    return (
        _Place(complaint.line, len(end), f"missing colon after `{header[1]}`") if _goes_on(mended, complaint) else None
    )


def _missing_comma(draft: Draft, complaint: Complaint) -> _Place | None:
    """A line begins where the one above, inside brackets, should have ended in a comma."""
    if complaint.kind is not Kind.OTHER:
        return None
    above = max((number for number in draft.code if number < complaint.line), default=None)
    for number in (complaint.line, above):
        if number is None:
            continue
        end = code_of(draft.lines[number])
        if end.endswith((",", ":", "(", "[", "{")) or not open_brackets("\n".join([*draft.lines[:number], end])):
            continue
        if _goes_on(draft.with_line(number, end + ","), complaint):
            return _Place(number, len(end), "missing comma at the end of the line")
    return None


def _missing_bracket(draft: Draft, complaint: Complaint) -> _Place | None:
    """A closing bracket in a line that goes on from a less indented one, which should have opened it."""
    unmatched = _UNMATCHED.match(complaint.message)
    if not unmatched:
        return None
    depth = indent_of(draft.lines[complaint.line])
    for number in range(complaint.line - 1, -1, -1):
        line = draft.lines[number]
        if not line.strip() or ends_header(line):
            return None
        if indent_of(line) < depth:
            if open_brackets("\n".join(draft.lines[: number + 1])):
                return None
            text = f"`{unmatched[1]}` that closes this statement has no opening bracket"
            return _Place(number, indent_of(line), text)
    return None


def _goes_on(mended: Draft, complaint: Complaint) -> bool:
    """Whether the parser comes further with a mended line."""
    after = mended.parser.complaint(mended.text)
    return after is None or after.line > complaint.line or (after.kind is Kind.BODY and after.header >= complaint.line)


def _message(draft: Draft, complaint: Complaint) -> str:
    said = complaint.message
    if found := _NEVER_CLOSED.match(said):
        return f"`{found[1]}` is never closed"
    if found := _UNMATCHED.match(said):
        return f"`{found[1]}` has no opening bracket"
    if found := _MISMATCHED.match(said):
        return f"`{found[1]}` closes a `{found[2]}`"
    for pattern, words in _WORDS:
        if found := pattern.search(said):
            return found.expand(words)
    said = _DETAIL.sub("", said).rstrip(".,; ").removesuffix(" here")
    if said.startswith("invalid syntax"):
        token = _TOKEN.match(draft.lines[complaint.line], complaint.column)
        near = token[0].strip() if token else ""
        older = in_older_words(draft.text).split("\n")[complaint.line]
        if older.startswith(WRONG_FIELD, complaint.column) and older != draft.lines[complaint.line]:
            return "field of an f-string is empty, or its brace does not pair"
        return f"unexpected `{near}`" if near and "`" not in near else "unexpected end of the line"
    return (said[:1].lower() + said[1:]).replace("'", "`")


def _statement_line(draft: Draft, place: _Place) -> int:
    """The line of the outermost bracket that is open where the author slipped, else that line itself."""
    before: Sequence[str] = [*draft.lines[: place.line], draft.lines[place.line][: place.column]]
    text = "\n".join(before)
    opened = open_brackets(text)
    return text.count("\n", 0, opened[0].start) if opened else place.line
