"""JSON with the position of every key and value: data by `json`, positions by a scan of the text that it accepted."""

from __future__ import annotations

import json
import re
from typing import Literal

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.text import Span
from postlint.data.document import Document, DuplicateKey, has_path, unreadable
from postlint.data.errors import (
    DEPTH_LIMIT,
    UNCLOSED_QUOTE,
    DataStructureError,
    DataSyntaxError,
    line_at,
    merge_conflict,
    moved,
    too_deep,
)

_TOKEN = re.compile(r'[ \t\n\r]*("(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)')
_WHITESPACE = re.compile(r"[ \t\n\r]*")


def object_end(text: str, start: int) -> int | None:
    """The offset after the JSON object that begins at an offset; None if it is broken."""
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return end


def read_json(text: str, offset: int = 0, *, root: Literal["object", "any"] = "object") -> Document:
    """Read a JSON text that starts at an offset in its file. Raises nothing.

    With `root="any"` the top level may be any value.

    >>> document = read_json('{"tags": ["a", "b"]}')
    >>> document.get(("tags", 1)), document.span(("tags", 1))
    ('b', Span(start=15, end=18))
    """
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    start = _WHITESPACE.match(text).end()  # type: ignore[union-attr]  # it matches everywhere
    try:
        data, end = json.JSONDecoder().raw_decode(text, start)
        if rest := text[end:].strip():
            rest_start = text.index(rest, end)
            span = Span(rest_start, rest_start + len(rest))
            closing = f"closing `{text[end - 1]}`" if text[end - 1] in "}]" else "value"
            raise DataStructureError(f"text after the {closing}, expected the end of the data", span)
        if root == "object" and not isinstance(data, dict):
            kind = "list" if isinstance(data, list) else "single value"
            message = f"{kind} at the top level, expected an object of keys and values"
            raise DataStructureError(message, line_at(text, start))
        scan = _Scan(text, offset)
        scan.value(start, ())
    except json.JSONDecodeError as error:
        return unreadable((merge_conflict(text) or _explain(text, error)).moved(offset))
    except DataSyntaxError as error:
        return unreadable(error.moved(offset))
    except RecursionError:
        return unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset + 1)))
    except ValueError:
        return unreadable(DataStructureError("number with too many digits to be read", Span(offset, offset + 1)))
    spans = scan.spans
    if scan.duplicates:
        spans = {path: entry for path, entry in spans.items() if has_path(data, path)}
    return Document(data, spans, scan.duplicates)


class _Scan:
    """The positions in a text that is known to be JSON."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[DuplicateKey] = []

    def token(self, offset: int) -> tuple[str, int, int]:
        match = _TOKEN.match(self.text, offset)
        assert match, "the text was accepted as JSON"
        return match[1], match.start(1), match.end(1)

    def value(self, offset: int, path: KeyPath) -> Span:
        """Note the positions in the value that begins at an offset or after whitespace; return the value's span."""
        token, start, end = self.token(offset)
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

    def key(self, offset: int, keys: dict[str, Span]) -> tuple[str, Span, int]:
        """A key's name and span, and the offset after its colon."""
        token, start, end = self.token(offset)
        name: str = json.loads(token)
        span = Span(start + self.offset, end + self.offset)
        if name in keys:
            self.duplicates.append(DuplicateKey(name, keys[name], span))
        else:
            keys[name] = span
        return name, span, self.token(end)[2]


def _explain(text: str, error: json.JSONDecodeError) -> DataSyntaxError:
    """What an error of the decoder means, with a span in the text."""
    offset = min(error.pos, len(text))
    line = line_at(text, offset)
    before = text[:offset].rstrip()
    character = text[offset : offset + 1]
    rest_of_line = Span(offset, max(line.end, offset))
    if before.endswith(",") and character in "}]":
        return DataSyntaxError("trailing comma, which JSON does not allow", Span(len(before) - 1, len(before)))
    if character == "'":
        return DataSyntaxError("single quotes, expected double quotes", Span(offset, line.end))
    if "',' delimiter" in error.msg:
        return DataSyntaxError("missing comma before this entry", rest_of_line)
    if "property name" in error.msg:
        return DataSyntaxError("expected a key in double quotes", rest_of_line)
    if "Unterminated string" in error.msg:
        return DataSyntaxError(UNCLOSED_QUOTE, rest_of_line)
    if "control character" in error.msg:
        return DataSyntaxError("string is not closed on this line, expected a double quote at its end", line)
    return DataSyntaxError(f"invalid JSON: {error.msg[:1].lower()}{error.msg[1:]}", rest_of_line)
