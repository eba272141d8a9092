"""Why TOML does not parse: the usual causes, in words for an author, at the position of the cause."""

from __future__ import annotations

import re

from postlint.core.messages import backticked
from postlint.core.text import Span
from postlint.data.errors import UNCLOSED_QUOTE, DataSyntaxError, line_at

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_YAML_LINE = re.compile(r"[\w-]+[ \t]*:(?:[ \t]|$)")
_BARE_VALUE = re.compile(r"[^=\n]*=[ \t]*([^\s\"'\[{\d+#-][^\n#]*)")
_ARRAY = re.compile(r"^[^#=\n]*=[ \t]*(\[)", re.MULTILINE)
_OPEN_STRING = re.compile(r"""[^="'\n]*=[ \t]*("(?!"")(?:[^"\\\n]|\\.)*|'(?!'')[^'\n]*)$""")
_CAUSES = {
    "Invalid value": "invalid value, expected quotes around a string",
    "Unescaped '\\' in a string": "unknown escape in double quotes, expected a doubled backslash or single quotes",
    "Cannot": "key or table is already defined above",
    "Invalid date or datetime": "invalid date or time",
    "Unterminated string": "unclosed string, expected its closing quotes",
}


def explain_toml(text: str, error: str) -> DataSyntaxError:
    """What a TOMLDecodeError on this text means, with a span in the text."""
    position = _POSITION.search(error)
    problem = _POSITION.sub("", error)
    offset = len(text.rstrip())
    if position and position[1]:
        starts = [0, *(line_end.end() for line_end in re.finditer("\n", text))]
        offset = min(starts[int(position[1]) - 1] + int(position[2]) - 1, len(text))
    span = line_at(text, offset)
    line = text[span.start : span.end]
    if _YAML_LINE.match(line):
        key = line.partition(":")[0].strip()
        return DataSyntaxError(f"{backticked(f'{key}:')} is YAML, expected {backticked(f'{key} = value')}", span)
    if string := _OPEN_STRING.match(line):
        return DataSyntaxError(UNCLOSED_QUOTE, Span(span.start + string.start(1), span.end))
    if value := _BARE_VALUE.match(line):
        return DataSyntaxError("string without quotes, expected quotes", Span(span.start + value.start(1), span.end))
    if "after a statement" in problem:
        if text[:offset].rstrip().endswith(('"', "'")) and text[offset : span.end].endswith(('"', "'")):
            message = "text after the closing quote, expected a backslash before quotes in the string"
            return DataSyntaxError(message, Span(offset, span.end))
        return DataSyntaxError("text after the value, expected the end of the line or `#`", Span(offset, span.end))
    if "'=' after a key" in problem:
        return DataSyntaxError("expected `key = value` or `[table]`", span)
    if problem == "Unclosed array" and (arrays := list(_ARRAY.finditer(text, 0, offset))):
        start = arrays[-1].start(1)
        return DataSyntaxError("unclosed array, expected a comma or `]`", Span(start, line_at(text, start).end))
    message = next((cause for start_of_problem, cause in _CAUSES.items() if problem.startswith(start_of_problem)), "")
    message = message or f"invalid TOML: {problem[:1].lower()}{problem[1:]}"
    return DataSyntaxError(message, Span(min(offset, max(span.start, span.end - 1)), span.end))
