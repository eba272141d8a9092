"""YAML with the place of every key and value: one pass over the parser's events, nothing is ever constructed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from postlint.core.front_matter import EntrySpans, KeyPath, RawDate
from postlint.core.text import Span
from postlint.parse.front_matter.loaded import DEPTH_LIMIT, Broken, Duplicate, Loaded, holds, moved, too_deep
from postlint.parse.front_matter.yaml_errors import stray_line

# The C parser accepts what generators accept (a tab after a colon, say). The other one is for platforms without it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALIAS_BUDGET = 10_000
_INTEGER = re.compile(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,3000}")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_DATE = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}.*)?")
_RESOLVED = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))
_NAMED = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS = frozenset("+-.0123456789")


def resolve(text: str) -> Any:
    """The value of a plain scalar in YAML's core schema; a date stays as it is written.

    >>> resolve("yes"), resolve("012"), resolve("1:30"), resolve("2019-07-02 11:21:02 -0400")
    ('yes', 12, '1:30', '2019-07-02 11:21:02 -0400')
    """
    if text in _NAMED:
        return _NAMED[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _FLOAT.fullmatch(text):
        return float(text.replace(".", "") if text[-1] in "fFnN" else text)
    return RawDate(text) if _DATE.fullmatch(text) else text


def load_yaml(text: str, offset: int = 0) -> Loaded:
    """Read a YAML map.

    Raises Broken, or the parser's own YAMLError, when the text is not YAML or no map.
    """
    return _Reader(text, offset).document()


class _Reader:
    def __init__(self, text: str, offset: int) -> None:
        marked = text.startswith("\ufeff")  # the parser leaves it out of its count
        self.text = text[1:] if marked else text
        self.offset = offset + marked
        self.events: Iterator[Any] = yaml.parse(self.text, Loader=_LOADER)
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[Duplicate] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.size = 0
        self.borrowed = 0
        self.stale = False
        """Whether some places belong to what is not in the data: an overwritten value, a merge key."""

    def document(self) -> Loaded:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return Loaded({}, self.spans)
        event = next(self.events)
        data, end = self.node(event, ())
        if data is None:
            return Loaded({}, self.spans)
        if not isinstance(data, dict):
            if isinstance(data, str):
                fault = stray_line(self.text, event.start_mark.index)
                raise Broken(fault.message, moved(fault.span, self.offset))
            what = "a list" if isinstance(data, list) else "a single value"
            raise Broken(f"front matter is {what}, expected keys with values", self.span(event.start_mark.index, end))
        # A second document is nobody's data, but it has to parse: generators read all of the block.
        for _ in self.events:
            pass
        if self.stale:
            self.spans = {path: place for path, place in self.spans.items() if holds(data, path)}
        return Loaded(data, self.spans, self.duplicates)

    def span(self, start: int, end: int) -> Span:
        return Span(start + self.offset, end + self.offset)

    def node(self, event: Any, path: KeyPath) -> tuple[Any, int]:
        """The value that begins with an event, and the offset in the text at which it ends."""
        if len(path) > DEPTH_LIMIT:
            raise too_deep(self.span(event.start_mark.index, event.end_mark.index))
        before = self.size
        self.size += 1
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value, end = self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            value, end = self.mapping(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, end = self.sequence(event, path)
        else:
            return self.alias(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, self.size - before
        return value, end

    def scalar(self, event: Any) -> tuple[Any, int]:
        end = _end(event)
        if event.style in ("|", ">"):
            end = event.start_mark.index + len(self.text[event.start_mark.index : end].rstrip())
        if (event.implicit[0] and not event.style) or event.tag in _RESOLVED:
            return resolve(event.value), end
        return event.value, end

    def mapping(self, opening: Any, path: KeyPath) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        merges: list[dict[str, Any]] = []
        end = _end(opening)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                end = _end(event) if opening.flow_style else end
                break
            key, span, merge = self.key(event, path)
            below = (*path, key)
            event = next(self.events)
            value, end = self.node(event, below)
            maps = value if isinstance(value, list) else [value]
            if merge and all(isinstance(one, dict) for one in maps):
                merges += maps
                self.stale = True
                continue
            if key in data:
                first = self.spans[below].key
                self.duplicates.append(Duplicate(key, first or span, span))
                self.stale = True
            data[key] = value
            self.spans[below] = EntrySpans(span, self.span(event.start_mark.index, end))
        for one in merges:
            self.borrow(len(one), opening)
            data = {**one, **data}
        return data, end

    def key(self, event: Any, path: KeyPath) -> tuple[str, Span, bool]:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return event.value, self.span(start, end), event.value == "<<" and not event.style
        if isinstance(event, yaml.AliasEvent):
            return self.text[start:end], self.span(start, end), False
        _, end = self.node(event, (*path, ""))
        raise Broken(
            f"`{self.text[start:end].splitlines()[0]}` as a key; put a text with braces or brackets in quotes",
            self.span(start, end),
        )

    def sequence(self, opening: Any, path: KeyPath) -> tuple[list[Any], int]:
        data: list[Any] = []
        end = _end(opening)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                end = _end(event) if opening.flow_style else end
                break
            below = (*path, len(data))
            value, end = self.node(event, below)
            data.append(value)
            self.spans[below] = EntrySpans(None, self.span(event.start_mark.index, end))
        return data, end

    def alias(self, event: Any) -> tuple[Any, int]:
        end = _end(event)
        if event.anchor not in self.anchors:
            raise Broken(
                f"`*{event.anchor}` refers to an anchor that is not there; put text that begins with `*` in quotes",
                self.span(event.start_mark.index, end),
            )
        value, size = self.anchors[event.anchor]
        self.borrow(size, event)
        return value, end

    def borrow(self, size: int, event: Any) -> None:
        """Count what is there a second time without being written: a few lines can stand for billions of values."""
        self.size += size
        self.borrowed += size
        if self.borrowed > _ALIAS_BUDGET:
            raise Broken(
                f"aliases stand for more than {_ALIAS_BUDGET:,} values",
                self.span(event.start_mark.index, event.end_mark.index),
            )


def _end(event: Any) -> int:
    end: int = event.end_mark.index
    return end
