"""JSON with the place of every key and value: data by `json`, places by a scan of the text that it accepted."""

from __future__ import annotations

import json
import re

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.text import Span
from postlint.parse.front_matter.loaded import (
    DEPTH_LIMIT,
    Broken,
    Duplicate,
    Loaded,
    holds,
    line_at,
    moved,
    too_deep,
    unreadable,
)
from postlint.parse.front_matter.yaml_errors import conflict, is_template

_TOKEN = re.compile(r'[ \t\n\r]*("(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)')
_BLANKS = re.compile(r"[ \t\n\r]*")


def object_end(text: str, start: int) -> int | None:
    """The offset after the JSON object that begins at an offset; None if it is broken."""
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return end


def load_json(text: str, offset: int = 0) -> Loaded:
    """Read a JSON object."""
    start = _BLANKS.match(text).end()  # type: ignore[union-attr]  # it matches everywhere
    try:
        data, end = json.JSONDecoder().raw_decode(text, start)
        if rest := text[end:].strip():
            raise Broken("text after the closing `}`", Span(text.index(rest, end), text.index(rest, end) + len(rest)))
        if not isinstance(data, dict):
            raise Broken("front matter is no JSON object, expected `{` and keys with values", line_at(text, start))
        scan = _Scan(text, offset)
        scan.value(start, ())
    except json.JSONDecodeError as error:
        found = None if is_template(text) else conflict(text) or _explain(text, error)
        return unreadable(found and Broken(found.message, moved(found.span, offset)))
    except Broken as error:
        return unreadable(Broken(error.message, moved(error.span, offset)))
    except (RecursionError, ValueError):  # ValueError: a number of more than 4,300 digits
        return unreadable(Broken("nested too deep, or a number too long, to be read", Span(offset, offset + 1)))
    spans = scan.spans
    if scan.duplicates:
        spans = {path: place for path, place in spans.items() if holds(data, path)}
    return Loaded(data, spans, scan.duplicates)


class _Scan:
    """The places in a text that is known to be JSON."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[Duplicate] = []

    def token(self, at: int) -> tuple[str, int, int]:
        found = _TOKEN.match(self.text, at)
        assert found, "the text was accepted as JSON"
        return found[1], found.start(1), found.end(1)

    def value(self, at: int, path: KeyPath) -> Span:
        """Note the places in the value that begins at an offset or after blanks; the value's own span."""
        token, start, end = self.token(at)
        if len(path) > DEPTH_LIMIT:
            raise too_deep(Span(start, end))
        if token not in ("{", "["):
            return Span(start, end)
        keys: dict[str, Span] = {}
        index = 0
        while (ahead := self.token(end))[0] not in ("}", "]"):
            end = ahead[2] if ahead[0] == "," else end
            key = None
            step: str | int = index
            if token == "{":
                step, key, end = self.key(end, keys)
            value = self.value(end, (*path, step))
            self.spans[*path, step] = EntrySpans(key, moved(value, self.offset))
            end = value.end
            index += 1
        return Span(start, ahead[2])

    def key(self, at: int, keys: dict[str, Span]) -> tuple[str, Span, int]:
        """A key's name and place, and the offset after its colon."""
        token, start, end = self.token(at)
        name: str = json.loads(token)
        place = Span(start + self.offset, end + self.offset)
        if name in keys:
            self.duplicates.append(Duplicate(name, keys[name], place))
        else:
            keys[name] = place
        return name, place, self.token(end)[2]


def _explain(text: str, error: json.JSONDecodeError) -> Broken:
    at = min(error.pos, len(text))
    line = line_at(text, at)
    before = text[:at].rstrip()
    here = text[at : at + 1]
    if before.endswith(",") and here in "}]":
        return Broken("comma after the last entry; JSON allows none there", Span(len(before) - 1, len(before)))
    if here == "'":
        return Broken("single quotes; JSON wants double ones", Span(at, line.end))
    if "',' delimiter" in error.msg:
        return Broken("no comma between this entry and the one before", Span(at, max(line.end, at)))
    if "property name" in error.msg:
        return Broken("a key without double quotes", Span(at, max(line.end, at)))
    if "Unterminated string" in error.msg:
        return Broken("the quote that opens here is never closed", Span(at, max(line.end, at)))
    if "control character" in error.msg:
        return Broken("a text that is not closed on its line", line)
    return Broken(f"JSON does not parse here: {error.msg[:1].lower()}{error.msg[1:]}", Span(at, max(line.end, at)))
