"""Why YAML does not parse: the usual causes, in words for an author, at the position of the cause."""

from __future__ import annotations

import re
from typing import Any

from postlint.core.messages import backticked
from postlint.core.text import Span
from postlint.data.errors import UNCLOSED_QUOTE, DataSyntaxError, line_at, merge_conflict, too_deep

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_VALUE = re.compile(r":[ \t]+(?=\S)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?=\S)")
_SECOND_COLON = re.compile(r":(?=[ \t]|$)")
_LINK = re.compile(r"\[[^\]\n]*\]\(")
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\n]|\'\')*\'')
_QUOTED_LINES = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_NO_SPACE = re.compile(r"[\w-]+:(?!//)\S")
_ASSIGNMENT = re.compile(r"[\w-]+[ \t]*=")
_SURROGATE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?")
_QUOTE_LEFT_OPEN = "quote is not closed on this line, expected the same quote at the end of the value"
_FLOW = {"sequence": ("list", "]"), "mapping": ("mapping", "}")}


def not_an_entry(text: str, offset: int) -> DataSyntaxError:
    """The error for a line that is neither an entry of a mapping nor a list item."""
    span = line_at(text, offset)
    line = text[span.start : span.end]
    if _NO_SPACE.match(line):
        return DataSyntaxError("missing space after the colon", span)
    if _ASSIGNMENT.match(line):
        return DataSyntaxError("`key = value` is TOML, expected `key: value`", span)
    return DataSyntaxError("expected `key: value` or a list item", span)


def explain_yaml(text: str, error: Any) -> DataSyntaxError:
    """What a YAMLError on this text means, with a span in the text."""
    if conflict := merge_conflict(text):
        return conflict
    if not hasattr(error, "problem_mark"):
        control = _CONTROL.search(text)
        span = Span(*control.span()) if control else Span(0, 0)
        name = f"control character U+{ord(control[0]):04X}" if control else "control character"
        return DataSyntaxError(f"{name}, which YAML does not allow", span)
    offset = min(error.problem_mark.index, len(text))
    start = min(error.context_mark.index, len(text)) if error.context_mark else offset
    problem, context = error.problem or "", error.context or ""
    if "nesting depth" in problem:  # PyYAML 6.0.4's own limit
        return too_deep(Span(offset, offset))
    for end in (offset, start):
        if text[end - 1 : end] in ('"', "'") and (quote := _open_quote(text, line_at(text, end).start)):
            return DataSyntaxError(_QUOTE_LEFT_OPEN, quote)
    return (
        _by_character(text, offset, problem)
        or _by_context(text, offset, start, problem, context)
        or _by_line(text, line_at(text, offset), problem)
        or _by_structure(text, offset, start, problem, context)
    )


def _by_character(text: str, offset: int, problem: str) -> DataSyntaxError | None:
    """The cause is the character at the offset, which cannot start anything."""
    character = text[offset : offset + 1]
    if "tab character" in problem or ("cannot start any token" in problem and character == "\t"):
        return DataSyntaxError("tab in the indentation, expected spaces", Span(offset, offset + 1))
    if "cannot start any token" in problem:
        name = "a backtick" if character == "`" else f"`{character}`"
        return DataSyntaxError(
            f"value starts with {name}, expected quotes around it", Span(offset, line_at(text, offset).end)
        )
    return None


def _by_context(text: str, offset: int, start: int, problem: str, context: str) -> DataSyntaxError | None:
    """The cause is what the parser was reading, from `start` on."""
    reading = None
    if "scanning an alias" in context or "scanning an anchor" in context:
        reading = "an alias" if "alias" in context else "an anchor"
    elif "tag" in context or "tag" in problem:
        exclamation = text.find("!", line_at(text, start).start)
        start = start if exclamation < 0 else exclamation
        span = Span(start, line_at(text, start).end)
        return DataSyntaxError("value starts with `!`, which YAML reads as a tag, expected quotes around it", span)
    elif "quoted scalar" in context or "escape" in problem:
        return _in_quotes(text, offset, start, problem, context)
    elif "block scalar" in context:
        reading = "a block scalar"
    if reading is None:
        return None
    message = f"value starts with `{text[start]}`, which YAML reads as {reading}, expected quotes around it"
    return DataSyntaxError(message, Span(start, line_at(text, start).end))


def _in_quotes(text: str, offset: int, start: int, problem: str, context: str) -> DataSyntaxError:
    """The cause is in a quoted string: an escape, or its end."""
    if "quoted scalar" in context and "escape" not in problem and "hexadecimal" not in problem:
        return DataSyntaxError(UNCLOSED_QUOTE, Span(start, line_at(text, start).end))
    backslash = max(text.rfind("\\", 0, offset + 1), start)
    if surrogate := _SURROGATE.match(text, backslash):
        message = f"{backticked(surrogate[0])} is half of a character in YAML, expected the character itself"
        return DataSyntaxError(message, Span(*surrogate.span()))
    message = "unknown escape in double quotes, expected a doubled backslash or single quotes"
    return DataSyntaxError(message, Span(backslash, min(offset + 2, len(text))))


def _by_line(text: str, line: Span, problem: str) -> DataSyntaxError | None:
    """The cause is the value on the line."""
    span = _value(text, line)
    if span is None:
        return None
    value = text[span.start : span.end]
    if _LINK.match(value):
        return DataSyntaxError("Markdown link, which YAML reads as a list, expected quotes around it", span)
    if value[0] in "\"'":
        quoted = _QUOTED.match(value)
        if quoted and value[quoted.end() :].strip() and not value[quoted.end() :].lstrip().startswith("#"):
            return DataSyntaxError(
                "text after the closing quote, expected the whole value in quotes that do not occur in it",
                Span(span.start + quoted.end(), span.end),
            )
    elif "mapping values" in problem and (colon := _SECOND_COLON.search(value)):
        place = "in" if colon.end() < len(value) else "at the end of"
        return DataSyntaxError(f"`: ` {place} an unquoted value, expected quotes around the value", span)
    return None


def _by_structure(text: str, offset: int, start: int, problem: str, context: str) -> DataSyntaxError:
    """The cause is how lines and brackets fit together."""
    line = line_at(text, offset)
    if "expected ':'" in problem:
        return not_an_entry(text, start)
    if quote := _open_quote(text, line.start):
        return DataSyntaxError(_QUOTE_LEFT_OPEN, quote)
    for kind, (name, closing) in _FLOW.items():
        if f"flow {kind}" in context:
            message = f"unclosed {name}, expected a comma or `{closing}`"
            return DataSyntaxError(message, Span(start, line_at(text, start).end))
    if "mapping values" in problem:
        return DataSyntaxError("key below a key that already has a value, check the indentation and quotes", line)
    if "did not find expected" in problem:
        return DataSyntaxError("line does not match the lines above, check its indentation", line)
    return DataSyntaxError(f"invalid YAML: {problem}", line)


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
