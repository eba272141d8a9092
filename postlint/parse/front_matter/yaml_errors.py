"""Why YAML does not parse: the usual causes in an author's words, at the place that is to blame."""

from __future__ import annotations

import re
from typing import Any

from postlint.core.text import Span
from postlint.parse.front_matter.loaded import Broken, line_at, too_deep

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?:[ \t][^\n]*)?$", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TEMPLATE = re.compile(r"(?:^|[:=,\[-])[ \t]*(?:\{\{|\{%)", re.MULTILINE)
_VALUE = re.compile(r":[ \t]+(?=\S)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?=\S)")
_SECOND_COLON = re.compile(r":(?=[ \t]|$)")
_LINK = re.compile(r"\[[^\]\n]*\]\(")
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\n]|\'\')*\'')
_QUOTED_LINES = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_NO_SPACE = re.compile(r"[\w-]+:(?!//)\S")
_ASSIGNMENT = re.compile(r"[\w-]+[ \t]*=")
_SURROGATE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?")
_NOT_CLOSED = "the quote that opens here is not closed on its line"
_FLOW = {"sequence": ("list", "]"), "mapping": ("map", "}")}


def is_template(text: str) -> bool:
    """Whether tags of Go templates, Liquid or Jinja stand bare in it: an archetype is no post yet."""
    return _TEMPLATE.search(text) is not None


def conflict(text: str) -> Broken | None:
    """A merge that was not finished."""
    if found := _CONFLICT.search(text):
        message = "merge conflict marker in the front matter: keep one side, delete the marker lines"
        return Broken(message, Span(*found.span()))
    return None


def stray_line(text: str, at: int) -> Broken:
    """A line that is no entry of a map."""
    line = line_at(text, at)
    said = text[line.start : line.end]
    if _NO_SPACE.match(said):
        return Broken("no space after the colon", line)
    if _ASSIGNMENT.match(said):
        return Broken("`=` is TOML; YAML between `---` wants `key: value`", line)
    return Broken("this line is no `key: value` and no item of a list", line)


def explain_yaml(text: str, error: Any) -> Broken:
    """What a YAMLError on this text means, with a span in the text."""
    if found := conflict(text):
        return found
    if not hasattr(error, "problem_mark"):
        found_control = _CONTROL.search(text)
        span = Span(*found_control.span()) if found_control else Span(0, 0)
        return Broken("control character that YAML does not allow", span)
    at = min(error.problem_mark.index, len(text))
    opened = min(error.context_mark.index, len(text)) if error.context_mark else at
    problem, context = error.problem or "", error.context or ""
    if "nesting depth" in problem:  # PyYAML 6.0.4's own limit
        return too_deep(Span(at, at))
    for place in (at, opened):
        if text[place - 1 : place] in ('"', "'") and (quote := _open_quote(text, line_at(text, place).start)):
            return Broken(_NOT_CLOSED, quote)
    return (
        _by_character(text, at, problem)
        or _by_context(text, at, opened, problem, context)
        or _by_line(text, line_at(text, at), problem)
        or _by_structure(text, at, opened, problem, context)
    )


def _by_character(text: str, at: int, problem: str) -> Broken | None:
    character = text[at : at + 1]
    if "tab character" in problem or ("cannot start any token" in problem and character == "\t"):
        return Broken("tab in the indentation; YAML indents with spaces", Span(at, at + 1))
    if "cannot start any token" in problem:
        what = "a backtick" if character == "`" else f"`{character}`"
        return Broken(f"a value cannot begin with {what}: put it in quotes", Span(at, line_at(text, at).end))
    return None


def _by_context(text: str, at: int, opened: int, problem: str, context: str) -> Broken | None:
    if "scanning an alias" in context or "scanning an anchor" in context:
        what = "a reference to an anchor" if "alias" in context else "an anchor"
        message = f"a value that begins with `{text[opened]}` is read as {what}: put it in quotes"
        return Broken(message, Span(opened, line_at(text, opened).end))
    if "tag" in context or "tag" in problem:
        start = text.find("!", line_at(text, opened).start)
        start = opened if start < 0 else start
        message = "a value that begins with `!` is read as a tag: put it in quotes"
        return Broken(message, Span(start, line_at(text, start).end))
    if "quoted scalar" in context and "escape" not in problem and "hexadecimal" not in problem:
        return Broken("the quote that opens here is never closed", Span(opened, line_at(text, opened).end))
    if "quoted scalar" in context or "escape" in problem:
        if half := _SURROGATE.match(text, max(text.rfind("\\", 0, at + 1), opened)):
            message = f"`{half[0]}` is a character in halves, as JSON has it: write the character itself"
            return Broken(message, Span(*half.span()))
        return Broken(
            "a backslash in double quotes begins an escape that YAML does not know: double it, or use single quotes",
            Span(max(text.rfind("\\", 0, at + 1), opened), min(at + 2, len(text))),
        )
    if "block scalar" in context:
        message = f"a value that begins with `{text[opened]}` is read as a block of lines: put it in quotes"
        return Broken(message, Span(opened, line_at(text, opened).end))
    return None


def _by_line(text: str, line: Span, problem: str) -> Broken | None:
    value = _value(text, line)
    if value is None:
        return None
    said = text[value.start : value.end]
    if _LINK.match(said):
        return Broken("a Markdown link as a value is read as a list: put it in quotes", value)
    if said[0] in "\"'":
        closed = _QUOTED.match(said)
        if closed and said[closed.end() :].strip() and not said[closed.end() :].lstrip().startswith("#"):
            return Broken(
                "text after the closing quote: put the whole value in quotes that do not occur in it",
                Span(value.start + closed.end(), value.end),
            )
    elif "mapping values" in problem and (colon := _SECOND_COLON.search(said)):
        where = "in" if colon.end() < len(said) else "at the end of"
        return Broken(f"`: ` {where} a value that has no quotes: put the value in quotes", value)
    return None


def _by_structure(text: str, at: int, opened: int, problem: str, context: str) -> Broken:
    line = line_at(text, at)
    if "expected ':'" in problem:
        return stray_line(text, opened)
    if open_quote := _open_quote(text, line.start):
        return Broken(_NOT_CLOSED, open_quote)
    for kind, (name, closing) in _FLOW.items():
        if f"flow {kind}" in context:
            message = f"the {name} that opens here lacks a comma or its `{closing}`"
            return Broken(message, Span(opened, line_at(text, opened).end))
    if "mapping values" in problem:
        return Broken("a key below a key that already has a value; check the indentation and the quotes", line)
    if "did not find expected" in problem:
        return Broken("this line does not fit the lines above: check its indentation", line)
    return Broken(f"YAML does not parse here: {problem}", line)


def _value(text: str, line: Span) -> Span | None:
    """The value on a line: after the first colon, or after a list item's dash."""
    item = _ITEM.match(text, line.start, line.end)
    start = item.end() if item else line.start
    quoted = _QUOTED.match(text, start, line.end)
    colon = _VALUE.search(text, start if not quoted else quoted.end(), line.end)
    if colon and (not quoted or colon.start() == quoted.end()):
        return Span(colon.end(), line.end)
    return Span(start, line.end) if item else None


def _open_quote(text: str, before: int) -> Span | None:
    """The first value above an offset whose quote is closed further down, amid other text."""
    start = 0
    while start < before:
        end = text.find("\n", start)
        end = before if end < 0 else end
        value = _value(text, line_at(text, start))
        if value and text[value.start] in "\"'" and not _QUOTED.match(text, value.start, value.end):
            closed = _QUOTED_LINES.match(text, value.start)
            if closed is None or text[closed.end() : line_at(text, closed.end()).end].strip():
                return value
            end = line_at(text, closed.end()).end
        start = end + 1
    return None
