"""YAML with the position of every key and value: one pass over the parser's events, nothing is ever constructed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import yaml

from postlint.core.front_matter import EntrySpans, KeyPath, RawDate
from postlint.core.messages import backticked
from postlint.core.text import Span
from postlint.data.document import UNKNOWN, Document, DuplicateKey, has_path, unreadable
from postlint.data.errors import DEPTH_LIMIT, DataStructureError, DataSyntaxError, too_deep
from postlint.data.yaml_errors import explain_yaml, not_an_entry

# The C parser accepts what generators accept (a tab after a colon, say). The other one is for platforms without it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALIAS_BUDGET = 10_000
_INTEGER = re.compile(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,3000}")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_DATE = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}.*)?")
_TAG = "tag:yaml.org,2002:"
_RESOLVED = frozenset(_TAG + kind for kind in ("null", "bool", "int", "float"))
_PLAIN = _RESOLVED | {"!"} | {_TAG + kind for kind in ("str", "seq", "map", "timestamp")}
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


def read_yaml(
    text: str,
    offset: int = 0,
    *,
    root: Literal["mapping", "any"] = "mapping",
    tags: Literal["ignored", "unknown"] = "ignored",
) -> Document:
    """Read the first YAML document of a text that starts at an offset in its file. Raises nothing.

    With `root="any"` the top level may be a list or a single value. With `tags="unknown"` a value with a tag that only
    some program knows is UNKNOWN:

    >>> read_yaml("site_name: Tea\\nemoji: !!python/name:material.emoji", tags="unknown").data
    {'site_name': 'Tea', 'emoji': UNKNOWN}
    """
    if text.startswith("\ufeff"):  # the parser does not count it
        text, offset = text[1:], offset + 1
    try:
        return _Reader(text, offset, root == "any", tags == "unknown").document()
    except DataSyntaxError as error:
        return unreadable(error)
    except yaml.YAMLError as error:
        return unreadable(explain_yaml(text, error).moved(offset))
    except UnicodeError:  # half a character, which no encoding can hold
        return unreadable(DataStructureError("text that is not valid Unicode", Span(offset, offset)))


class _Reader:
    def __init__(self, text: str, offset: int, any_root: bool, unknown_tags: bool) -> None:
        self.text = text
        self.offset = offset
        self.any_root = any_root
        self.unknown_tags = unknown_tags
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.duplicates: list[DuplicateKey] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.size = 0
        self.borrowed = 0
        self.stale = False
        """Whether some spans belong to what is not in the data: an overwritten value, a merge key."""

    def document(self) -> Document:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return Document({}, self.spans)
        event = next(self.events)
        data, end = self.node(event, ())
        if data is None and not self.any_root:
            return Document({}, self.spans)
        if data is UNKNOWN:
            return Document({}, {}, self.duplicates, incomplete={()})
        if not isinstance(data, dict) and not self.any_root:
            if isinstance(data, str):
                error = not_an_entry(self.text, event.start_mark.index).moved(self.offset)
                raise DataStructureError(error.message, error.span)
            kind = "list" if isinstance(data, list) else "single value"
            message = f"{kind} at the top level, expected a mapping of keys to values"
            raise DataStructureError(message, self.span(event.start_mark.index, end))
        # Nothing reads the data of a second document, but it has to parse: generators parse the whole text.
        for _ in self.events:
            pass
        if self.stale:
            self.spans = {path: entry for path, entry in self.spans.items() if has_path(data, path)}
        return Document(data, self.spans, self.duplicates)

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
        if self.unknown_tags and event.tag is not None and event.tag not in _PLAIN:
            value = UNKNOWN
            self.stale = True
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

    def mapping(self, opening: Any, path: KeyPath) -> tuple[Any, int]:
        data: dict[str, Any] = {}
        merged: list[dict[str, Any]] = []
        merges_unknown = False
        end = _end(opening)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                end = _end(event) if opening.flow_style else end
                break
            key, span, is_merge = self.key(event, path)
            entry_path = (*path, key)
            event = next(self.events)
            value, end = self.node(event, entry_path)
            if is_merge:
                mappings = value if isinstance(value, list) else [value]
                if UNKNOWN in mappings:
                    merges_unknown = True
                    continue
                if all(isinstance(mapping, dict) for mapping in mappings):
                    merged += mappings
                    self.stale = True
                    continue
            if key in data:
                first = self.spans[entry_path].key
                self.duplicates.append(DuplicateKey(key, first or span, span))
                self.stale = True
            data[key] = value
            self.spans[entry_path] = EntrySpans(span, self.span(event.start_mark.index, end))
        if merges_unknown:
            self.stale = True
            return UNKNOWN, end
        for mapping in merged:
            self.borrow(len(mapping), opening)
            data = {**mapping, **data}
        return data, end

    def key(self, event: Any, path: KeyPath) -> tuple[str, Span, bool]:
        """A key's text and span, and whether it is the merge key."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return event.value, self.span(start, end), event.value == "<<" and not event.style
        if isinstance(event, yaml.AliasEvent):
            return self.text[start:end], self.span(start, end), False
        _, end = self.node(event, (*path, ""))
        message = f"{backticked(self.text[start:end].splitlines()[0])} as a key, expected quotes around it"
        raise DataStructureError(message, self.span(start, end))

    def sequence(self, opening: Any, path: KeyPath) -> tuple[list[Any], int]:
        data: list[Any] = []
        end = _end(opening)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                end = _end(event) if opening.flow_style else end
                break
            item_path = (*path, len(data))
            value, end = self.node(event, item_path)
            data.append(value)
            self.spans[item_path] = EntrySpans(None, self.span(event.start_mark.index, end))
        return data, end

    def alias(self, event: Any) -> tuple[Any, int]:
        end = _end(event)
        if event.anchor not in self.anchors:
            alias = backticked(f"*{event.anchor}")
            message = f"undefined alias {alias}, expected quotes around a value that starts with `*`"
            raise DataStructureError(message, self.span(event.start_mark.index, end))
        value, size = self.anchors[event.anchor]
        self.borrow(size, event)
        return value, end

    def borrow(self, size: int, event: Any) -> None:
        """Count values that are repeated without being written: a few lines can expand to billions of values."""
        self.size += size
        self.borrowed += size
        if self.borrowed > _ALIAS_BUDGET:
            raise DataStructureError(
                f"aliases expand to more than {_ALIAS_BUDGET:,} values",
                self.span(event.start_mark.index, event.end_mark.index),
            )


def _end(event: Any) -> int:
    end: int = event.end_mark.index
    return end
