"""TOML with the place of every key and value: data by `tomllib`, places by a scan of the same text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from postlint.core.front_matter import EntrySpans, KeyPath, RawDate
from postlint.core.text import Span
from postlint.parse.front_matter.loaded import (
    DEPTH_LIMIT,
    Broken,
    Duplicate,
    Loaded,
    moved,
    too_deep,
    unreadable,
)
from postlint.parse.front_matter.toml_errors import explain_toml
from postlint.parse.front_matter.yaml_errors import conflict, is_template

_BLANKS = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
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


def load_toml(text: str, offset: int = 0) -> Loaded:
    """Read a TOML document."""
    scan = _Scan(text)
    if deep := _DEEP_KEY.search(text):
        return unreadable(too_deep(Span(deep.start() + offset, deep.end() + offset)))
    try:
        data = tomllib.loads(text)
        scan.document()
        plain = _plain(data, (), scan)
    except tomllib.TOMLDecodeError as error:
        if is_template(text):
            return unreadable()
        if duplicates := _duplicates(text, offset):
            return unreadable(None, duplicates)
        found = conflict(text) or explain_toml(text, str(error))
        return unreadable(Broken(found.message, moved(found.span, offset)))
    except Broken as error:
        return unreadable(Broken(error.message, moved(error.span, offset)))
    except (RecursionError, ValueError):  # ValueError: a number of more than 4,300 digits
        return unreadable(Broken("nested too deep, or a number too long, to be read", Span(offset, offset)))
    spans = {
        path: EntrySpans(place.key and moved(place.key, offset), moved(place.value, offset))
        for path, place in scan.spans.items()
    }
    return Loaded(plain, spans)


def _plain(value: Any, path: KeyPath, scan: _Scan) -> Any:
    """The data with each date as it is written."""
    if isinstance(value, dict):
        return {key: _plain(item, (*path, key), scan) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, (*path, index), scan) for index, item in enumerate(value)]
    if isinstance(value, (date, datetime, time)):
        return RawDate(scan.text[slice(*scan.spans[path].value)])
    return value


class _Lost(Exception):
    """The scan met what is no TOML."""


class _Scan:
    """The places in a TOML document. What is no TOML raises _Lost; what is known to be TOML never does."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[Duplicate] = []
        self.tables: dict[KeyPath, int] = {}
        """How many tables each array of tables has so far."""
        self.declared: dict[KeyPath, Span] = {}
        """The last part of each table's name where `[table]` stands."""

    def document(self) -> None:
        text = self.text
        prefix: KeyPath = ()
        at = self.blanks(0)
        while at < len(text):
            if text[at] == "[":
                prefix, at = self.header(at)
            else:
                at = self.pair(at, prefix)
            at = self.blanks(at)

    def blanks(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def keys(self, at: int) -> tuple[list[tuple[str, Span]], int]:
        """A dotted key's parts with their spans, and the offset after it."""
        parts: list[tuple[str, Span]] = []
        while found := _KEY.match(self.text, at):
            name = found[1]
            if name[0] == '"':
                name = tomllib.loads(f"k = {name}")["k"] if "\\" in name else name[1:-1]
            elif name[0] == "'":
                name = name[1:-1]
            parts.append((name, Span(*found.span(1))))
            at = found.end()
            if self.text[at : at + 1] != ".":
                return parts, at
            at += 1
        raise _Lost

    def header(self, at: int) -> tuple[KeyPath, int]:
        """`[table]` or `[[array of tables]]`."""
        double = self.text.startswith("[[", at)
        parts, end = self.keys(at + 1 + double)
        end += 1 + double
        span = Span(at, end)
        if len(parts) > DEPTH_LIMIT:
            raise too_deep(span)
        path: KeyPath = ()
        for name, place in parts:
            path = (*path, name)
            self.spans.setdefault(path, EntrySpans(place, span))
            if path in self.tables and not (double and place == parts[-1][1]):
                path = (*path, self.tables[path] - 1)
        if double:
            index = self.tables.get(path, 0)
            self.tables[path] = index + 1
            path = (*path, index)
            self.spans[path] = EntrySpans(None, span)
        elif path in self.declared:
            self.duplicates.append(Duplicate(parts[-1][0], self.declared[path], parts[-1][1]))
        else:
            self.declared[path] = parts[-1][1]
        return path, end

    def pair(self, at: int, prefix: KeyPath) -> int:
        """`key = value`, dotted or not."""
        parts, end = self.keys(at)
        if self.text[end : end + 1] != "=":
            raise _Lost
        path = (*prefix, *(name for name, _ in parts))
        if len(path) > DEPTH_LIMIT:
            raise too_deep(Span(at, end))
        value = self.value(self.blanks(end + 1), path)
        place = parts[-1][1]
        if (first := self.spans.get(path)) and first.key:
            self.duplicates.append(Duplicate(str(path[-1]), first.key, place))
        self.spans[path] = EntrySpans(place, value)
        for index, (_, part) in enumerate(parts[:-1], len(prefix) + 1):
            self.spans.setdefault(path[:index], EntrySpans(part, Span(part.start, value.end)))
        return value.end

    def value(self, at: int, path: KeyPath) -> Span:
        opening = self.text[at : at + 1]
        if opening == "[":
            return self.array(at, path)
        if opening == "{":
            return self.table(at, path)
        if found := _SCALAR.match(self.text, at):
            return Span(at, found.end())
        raise _Lost

    def array(self, start: int, path: KeyPath) -> Span:
        at = self.blanks(start + 1)
        index = 0
        while self.text[at : at + 1] != "]":
            below = (*path, index)
            if len(below) > DEPTH_LIMIT:
                raise too_deep(Span(at, at + 1))
            value = self.value(at, below)
            self.spans[below] = EntrySpans(None, value)
            at = self.blanks(value.end)
            at = self.blanks(at + 1) if self.text[at : at + 1] == "," else at
            index += 1
        return Span(start, at + 1)

    def table(self, start: int, path: KeyPath) -> Span:
        at = self.blanks(start + 1)
        while self.text[at : at + 1] != "}":
            at = self.blanks(self.pair(at, path))
            at = self.blanks(at + 1) if self.text[at : at + 1] == "," else at
        return Span(start, at + 1)


def _duplicates(text: str, offset: int) -> list[Duplicate]:
    """The keys given twice in a text that does not parse, as far as it can be read."""
    scan = _Scan(text)
    try:
        scan.document()
    except (_Lost, Broken, ValueError, RecursionError):
        return []
    return [Duplicate(one.key, moved(one.first, offset), moved(one.again, offset)) for one in scan.duplicates]
