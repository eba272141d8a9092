"""Why TOML does not parse: the usual causes in an author's words, at the place that is to blame."""

from __future__ import annotations

import re

from postlint.core.text import Span
from postlint.parse.front_matter.loaded import Broken, line_at

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_YAML_LINE = re.compile(r"[\w-]+[ \t]*:(?:[ \t]|$)")
_BARE_VALUE = re.compile(r"[^=\n]*=[ \t]*([^\s\"'\[{\d+#-][^\n#]*)")
_ARRAY = re.compile(r"^[^#=\n]*=[ \t]*(\[)", re.MULTILINE)
_TEXT_VALUE = re.compile(r"""[^="'\n]*=[ \t]*("(?!"")(?:[^"\\\n]|\\.)*|'(?!'')[^'\n]*)$""")
_CAUSES = {
    "Invalid value": "this is no value; TOML wants texts in quotes",
    "Unescaped '\\' in a string": "a backslash in double quotes begins an escape: double it, or use single quotes",
    "Cannot": "a key or table of this name stands above already",
    "Invalid date or datetime": "there is no such date",
    "Unterminated string": "the text that ends here lacks its closing quotes",
}


def explain_toml(text: str, error: str) -> Broken:
    """What a TOMLDecodeError on this text means, with a span in the text."""
    where = _WHERE.search(error)
    said = _WHERE.sub("", error)
    at = len(text.rstrip())
    if where and where[1]:
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        at = min(starts[int(where[1]) - 1] + int(where[2]) - 1, len(text))
    span = line_at(text, at)
    line = text[span.start : span.end]
    if _YAML_LINE.match(line):
        key = line.partition(":")[0].strip()
        return Broken(f"`{key}:` is YAML; TOML between `+++` wants `{key} = value`", span)
    if found := _TEXT_VALUE.match(line):
        return Broken("the quote that opens here is never closed", Span(span.start + found.start(1), span.end))
    if found := _BARE_VALUE.match(line):
        return Broken("a value without quotes: TOML wants texts in quotes", Span(span.start + found.start(1), span.end))
    if "after a statement" in said:
        if text[:at].rstrip().endswith(('"', "'")) and text[at : span.end].endswith(('"', "'")):
            return Broken(
                "text after the closing quote; a quote inside wants a backslash before it", Span(at, span.end)
            )
        return Broken("text after the value; a comment begins with `#`", Span(at, span.end))
    if "'=' after a key" in said:
        return Broken("this line is no `key = value` and no `[table]`", span)
    if said == "Unclosed array" and (arrays := list(_ARRAY.finditer(text, 0, at))):
        start = arrays[-1].start(1)
        return Broken("the array that opens here lacks a comma or its `]`", Span(start, line_at(text, start).end))
    message = next((cause for start, cause in _CAUSES.items() if said.startswith(start)), None)
    message = message or f"TOML does not parse here: {said[:1].lower()}{said[1:]}"
    return Broken(message, Span(min(at, max(span.start, span.end - 1)), span.end))
