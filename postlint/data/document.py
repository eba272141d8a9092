"""What reading a text of data yields, whatever its format."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NamedTuple

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.text import Span
from postlint.data.errors import DataSyntaxError


class NoValue(Enum):
    """Why there is no value: `MISSING` is certain, `UNKNOWN` is not. Both are false."""

    MISSING = "missing"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return self.name

    def __bool__(self) -> bool:
        return False


MISSING: Final = NoValue.MISSING
"""The document does not set this key; the program that reads it uses its default."""
UNKNOWN: Final = NoValue.UNKNOWN
"""The document may set this key, to a value that cannot be read without running a program."""


class DuplicateKey(NamedTuple):
    """A key that occurs twice in one mapping."""

    key: str
    first: Span
    again: Span


@dataclass(frozen=True, slots=True)
class Document:
    """Data with positions, or the reason why there is none.

    Not readable and without an error: a template whose data is not known before a program fills it in.
    """

    data: Any
    """Plain JSON values, dates as `RawDate`; `UNKNOWN` for what cannot be read. Empty if the text does not parse."""
    spans: Mapping[KeyPath, EntrySpans]
    """The position of every key and item, by its path: `("tags", 1)`."""
    duplicates: Sequence[DuplicateKey] = ()
    error: DataSyntaxError | None = None
    readable: bool = True
    """Whether it parsed."""
    incomplete: Collection[KeyPath] = ()
    """Paths of mappings that may have more keys, and of lists that may have more items from the first UNKNOWN on."""

    @property
    def complete(self) -> bool:
        """Whether a key that is missing at the top level is certainly missing."""
        return self.readable and () not in self.incomplete

    def get(self, path: KeyPath) -> Any:
        """The value at a path; MISSING if there is certainly none, UNKNOWN if that cannot be read.

        >>> document = Document({"theme": {"name": "x", "dir": UNKNOWN}, "nav": ["a"]}, {})
        >>> document.get(("theme", "name")), document.get(("theme", "dir")), document.get(("nav", 1))
        ('x', UNKNOWN, MISSING)
        """
        value = self.data
        if not self.readable:
            return UNKNOWN
        for depth, step in enumerate(path):
            if value is UNKNOWN:
                return UNKNOWN
            is_open = path[:depth] in self.incomplete
            if isinstance(value, dict):
                if step not in value:
                    return UNKNOWN if is_open else MISSING
            elif isinstance(value, list) and isinstance(step, int) and step >= 0:
                if is_open and any(item is UNKNOWN for item in value[: step + 1]):
                    return UNKNOWN
                if step >= len(value):
                    return MISSING
            else:
                return MISSING
            value = value[step]
        return value

    def span(self, path: KeyPath) -> Span | None:
        """The span of a value or item; of the closest parent that has one; None if no parent has one."""
        while path:
            if entry := self.spans.get(path):
                return entry.value
            path = path[:-1]
        return None

    def key_span(self, path: KeyPath) -> Span | None:
        """The span of a key; of its value if it has none."""
        entry = self.spans.get(path)
        return entry.key if entry and entry.key else self.span(path)


def unreadable(error: DataSyntaxError | None = None, duplicates: Sequence[DuplicateKey] = ()) -> Document:
    """A document without data, and the reason; without a reason the text is a template."""
    return Document({}, {}, duplicates, error, readable=False)


def has_path(data: Any, path: KeyPath) -> bool:
    """Whether the data has something at a path."""
    for step in path:
        if isinstance(data, dict):
            if step not in data:
                return False
        elif not (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            return False
        data = data[step]
    return True
