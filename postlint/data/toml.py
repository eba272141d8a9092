"""TOML with the position of every key and value: data by `tomllib`, positions by a scan of the same text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from postlint.core.front_matter import EntrySpans, KeyPath, RawDate
from postlint.core.messages import quoted
from postlint.core.text import Span
from postlint.data.document import Document, DuplicateKey, unreadable
from postlint.data.errors import DEPTH_LIMIT, DataStructureError, DataSyntaxError, merge_conflict, moved, too_deep
from postlint.data.toml_errors import explain_toml

_WHITESPACE = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)[ \t]*""", re.ASCII)
_SCALAR = re.compile(
    r'''
    """(?s:\\.|[^\\])*?"""(?:"{0,2})
    | \'\'\'(?s:.*?)\'\'\'(?:'{0,2})
    | "(?:[^"\\\n]|\\.)*"
    | '[^'\n]*'
    | [0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[^\s,\]}\#]*
    | [^\s,\]}\#\[{"']+
    ''',
    re.VERBOSE,
)
# Half a million parts would cost tomllib the memory of their square.
_DEEP_KEY = re.compile(r"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+){100}""")


def read_toml(text: str, offset: int = 0) -> Document:
    """Read a TOML document that starts at an offset in its file. Raises nothing.

    A document with duplicate keys is not readable; its error is about the first of them.

    >>> document = read_toml("[params]\\nauthor = 'A'")
    >>> document.get(("params", "author")), document.key_span(("params", "author"))
    ('A', Span(start=9, end=15))
    """
    if text.startswith("\ufeff"):
        text, offset = text[1:], offset + 1
    scan = _Scan(text)
    if deep := _DEEP_KEY.search(text):
        return unreadable(too_deep(Span(*deep.span())).moved(offset))
    try:
        data = tomllib.loads(text)
        scan.document()
        plain = _with_raw_dates(data, (), scan)
    except tomllib.TOMLDecodeError as error:
        if duplicates := _duplicates(text):
            return unreadable(
                _duplicate_error(text, duplicates[0]).moved(offset),
                [DuplicateKey(key, moved(first, offset), moved(again, offset)) for key, first, again in duplicates],
            )
        return unreadable((merge_conflict(text) or explain_toml(text, str(error))).moved(offset))
    except DataSyntaxError as error:
        return unreadable(error.moved(offset))
    except RecursionError:
        return unreadable(DataStructureError("nested too deeply to be read", Span(offset, offset)))
    except ValueError:
        return unreadable(DataStructureError("number with too many digits to be read", Span(offset, offset)))
    spans = {
        path: EntrySpans(entry.key and moved(entry.key, offset), moved(entry.value, offset))
        for path, entry in scan.spans.items()
    }
    return Document(plain, spans)


def _with_raw_dates(value: Any, path: KeyPath, scan: _Scan) -> Any:
    """The data with each date as it is written."""
    if isinstance(value, dict):
        return {key: _with_raw_dates(item, (*path, key), scan) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_raw_dates(item, (*path, index), scan) for index, item in enumerate(value)]
    if isinstance(value, (date, datetime, time)):
        return RawDate(scan.text[slice(*scan.spans[path].value)])
    return value


class _ScanError(Exception):
    """The text is not TOML."""


class _Scan:
    """The positions in a TOML document. Raises _ScanError if it is not TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[DuplicateKey] = []
        self.tables: dict[KeyPath, int] = {}
        """The number of tables in each array of tables so far."""
        self.declared: dict[KeyPath, Span] = {}
        """The span of the last part of each `[table]` name."""

    def document(self) -> None:
        text = self.text
        prefix: KeyPath = ()
        offset = self.after_whitespace(0)
        while offset < len(text):
            if text[offset] == "[":
                prefix, offset = self.header(offset)
            else:
                offset = self.pair(offset, prefix)
            offset = self.after_whitespace(offset)

    def after_whitespace(self, offset: int) -> int:
        """The offset after whitespace and comments."""
        match = _WHITESPACE.match(self.text, offset)
        return match.end() if match else offset

    def keys(self, offset: int) -> tuple[list[tuple[str, Span]], int]:
        """A dotted key's parts with their spans, and the offset after it."""
        parts: list[tuple[str, Span]] = []
        while match := _KEY.match(self.text, offset):
            name = match[1]
            if name[0] == '"':
                name = tomllib.loads(f"k = {name}")["k"] if "\\" in name else name[1:-1]
            elif name[0] == "'":
                name = name[1:-1]
            parts.append((name, Span(*match.span(1))))
            offset = match.end()
            if self.text[offset : offset + 1] != ".":
                return parts, offset
            offset += 1
        raise _ScanError

    def header(self, offset: int) -> tuple[KeyPath, int]:
        """`[table]` or `[[array of tables]]`."""
        double = self.text.startswith("[[", offset)
        parts, end = self.keys(offset + 1 + double)
        end += 1 + double
        span = Span(offset, end)
        if len(parts) > DEPTH_LIMIT:
            raise too_deep(span)
        path: KeyPath = ()
        for name, part in parts:
            path = (*path, name)
            self.spans.setdefault(path, EntrySpans(part, span))
            if path in self.tables and not (double and part == parts[-1][1]):
                path = (*path, self.tables[path] - 1)
        if double:
            index = self.tables.get(path, 0)
            self.tables[path] = index + 1
            path = (*path, index)
            self.spans[path] = EntrySpans(None, span)
        elif path in self.declared:
            self.duplicates.append(DuplicateKey(parts[-1][0], self.declared[path], parts[-1][1]))
        else:
            self.declared[path] = parts[-1][1]
        return path, end

    def pair(self, offset: int, prefix: KeyPath) -> int:
        """`key = value`, dotted or not."""
        parts, end = self.keys(offset)
        if self.text[end : end + 1] != "=":
            raise _ScanError
        path = (*prefix, *(name for name, _ in parts))
        if len(path) > DEPTH_LIMIT:
            raise too_deep(Span(offset, end))
        value = self.value(self.after_whitespace(end + 1), path)
        key = parts[-1][1]
        if (first := self.spans.get(path)) and first.key:
            self.duplicates.append(DuplicateKey(str(path[-1]), first.key, key))
        self.spans[path] = EntrySpans(key, value)
        for index, (_, part) in enumerate(parts[:-1], len(prefix) + 1):
            self.spans.setdefault(path[:index], EntrySpans(part, Span(part.start, value.end)))
        return value.end

    def value(self, offset: int, path: KeyPath) -> Span:
        opening = self.text[offset : offset + 1]
        if opening == "[":
            return self.array(offset, path)
        if opening == "{":
            return self.table(offset, path)
        if match := _SCALAR.match(self.text, offset):
            return Span(offset, match.end())
        raise _ScanError

    def array(self, start: int, path: KeyPath) -> Span:
        offset = self.after_whitespace(start + 1)
        index = 0
        while self.text[offset : offset + 1] != "]":
            item_path = (*path, index)
            if len(item_path) > DEPTH_LIMIT:
                raise too_deep(Span(offset, offset + 1))
            value = self.value(offset, item_path)
            self.spans[item_path] = EntrySpans(None, value)
            offset = self.after_whitespace(value.end)
            offset = self.after_whitespace(offset + 1) if self.text[offset : offset + 1] == "," else offset
            index += 1
        return Span(start, offset + 1)

    def table(self, start: int, path: KeyPath) -> Span:
        offset = self.after_whitespace(start + 1)
        while self.text[offset : offset + 1] != "}":
            offset = self.after_whitespace(self.pair(offset, path))
            offset = self.after_whitespace(offset + 1) if self.text[offset : offset + 1] == "," else offset
        return Span(start, offset + 1)


def _duplicates(text: str) -> list[DuplicateKey]:
    """The duplicate keys of a text that does not parse, as far as it can be scanned."""
    scan = _Scan(text)
    try:
        scan.document()
    except (_ScanError, DataSyntaxError, ValueError, RecursionError):
        return []
    return scan.duplicates


def _duplicate_error(text: str, duplicate: DuplicateKey) -> DataSyntaxError:
    line = text.count("\n", 0, duplicate.first.start) + 1
    message = f"duplicate key {quoted(duplicate.key)}, first defined on line {line}"
    return DataSyntaxError(message, duplicate.again)
