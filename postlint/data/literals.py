"""Values built from the literals of a program that is read but never run: a tree that is partly unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.text import Span
from postlint.data.document import UNKNOWN, Document
from postlint.data.errors import DEPTH_LIMIT

REPEAT_BUDGET: Final = 10_000
"""Values that may be repeated by reference, in addition to those written in the file."""

Kind = Literal["scalar", "list", "tuple", "mapping", "unknown"]


@dataclass(slots=True, eq=False)
class Node:
    """A value while a program is read. It is shared and changed as the program shares and changes its objects."""

    kind: Kind
    span: Span
    scalar: Any = None
    items: list[Node] = field(default_factory=list)
    entries: dict[str | int, Entry] = field(default_factory=dict)
    complete: bool = True
    """Whether a mapping has no other keys; whether a list has no other items from its first unknown item on."""

    def forget(self) -> None:
        """Make the value unknown, and every value that can be reached from it: a program may have changed them."""
        pending = [self]
        while pending:
            node = pending.pop()
            if node.kind in ("unknown", "scalar"):
                continue
            pending += node.items
            pending += [entry.value for entry in node.entries.values()]
            node.kind, node.items, node.entries = "unknown", [], {}

    def set_key(self, key: str | int, key_span: Span | None, value: Node) -> None:
        """Set a key of a mapping."""
        self.entries[key] = Entry(key_span, value)

    def open(self) -> None:
        """Note that a list may have more items at its end, or that a mapping may have any other keys and values."""
        self.complete = False
        if self.kind != "mapping":
            self.items.append(unknown(Span(self.span.end, self.span.end)))
            return
        for entry in self.entries.values():
            entry.value.forget()  # it may still be reached by its key
        self.entries.clear()

    def merge(self, other: Node) -> None:
        """Set all keys of another mapping; if that is unknown, any key may have been set."""
        if other.kind != "mapping" or not other.complete:
            self.open()
        for key, entry in other.entries.items():
            self.set_key(key, entry.key, entry.value)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's span and its value."""

    key: Span | None
    value: Node


def unknown(span: Span) -> Node:
    """A value that cannot be read."""
    return Node("unknown", span)


def scalar(value: Any, span: Span) -> Node:
    """A string, number, boolean or None."""
    return Node("scalar", span, value)


def to_document(root: Node, written: int, offset: int = 0) -> Document:
    """The document that a mapping stands for.

    `written` is the number of values in the file; past that number and `REPEAT_BUDGET`, values are unknown.
    """
    if root.kind != "mapping":
        return Document({}, {}, incomplete=frozenset({()}))
    builder = _Builder(written + REPEAT_BUDGET, offset)
    data = builder.value(root, ())
    return Document(data, builder.spans, incomplete=frozenset(builder.incomplete))


def to_values(nodes: Iterable[Node], written: int) -> list[Any]:
    """The plain values of nodes, without spans. A list or mapping that may have more items or keys is UNKNOWN."""
    builder = _Builder(written + REPEAT_BUDGET, 0)
    builder.opens = False
    return [builder.value(node, (index,)) for index, node in enumerate(nodes)]


class _Builder:
    def __init__(self, budget: int, offset: int) -> None:
        self.budget = budget
        self.offset = offset
        self.opens = True
        """Whether incomplete values are kept."""
        self.spans: dict[KeyPath, EntrySpans] = {}
        self.incomplete: set[KeyPath] = set()

    def value(self, node: Node, path: KeyPath) -> Any:
        self.budget -= 1
        if node.kind == "scalar":
            return node.scalar
        if node.kind == "unknown" or self.budget < 0 or len(path) > DEPTH_LIMIT:
            return UNKNOWN
        if not node.complete:
            if not self.opens:
                return UNKNOWN
            self.incomplete.add(path)
        if node.kind == "mapping":
            return self.mapping(node.entries, path)
        values = []
        for index, item in enumerate(node.items):
            self.place(None, item, (*path, index))
            values.append(self.value(item, (*path, index)))
        return values

    def mapping(self, entries: Mapping[str | int, Entry], path: KeyPath) -> dict[str | int, Any]:
        values = {}
        for key, entry in entries.items():
            self.place(entry.key, entry.value, (*path, key))
            values[key] = self.value(entry.value, (*path, key))
        return values

    def place(self, key: Span | None, value: Node, path: KeyPath) -> None:
        if self.budget <= 0:
            return
        moved_key = key and Span(key.start + self.offset, key.end + self.offset)
        span = Span(value.span.start + self.offset, value.span.end + self.offset)
        self.spans[path] = EntrySpans(moved_key, span)
