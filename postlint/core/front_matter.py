"""Front matter: the data at the top of a post, with the position of every key and value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from postlint.core.generator.front_matter import FrontMatterFormat
from postlint.core.text import Span

KeyPath = tuple[str | int, ...]


class EntrySpans(NamedTuple):
    """The positions of a key and of its value. List items have no key."""

    key: Span | None
    value: Span


class RawDate(str):
    """A front matter date as written: always in TOML, in YAML if it is not quoted."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FrontMatterProblem:
    """A fault of a front matter block itself, independent of its values."""

    kind: Literal["unclosed", "ignored", "syntax-error", "duplicate-key"]
    message: str
    span: Span
    removals: tuple[Span, ...] = ()
    """What to delete to fix it. Empty if that is not certain."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a post."""

    format: FrontMatterFormat
    span: Span
    """The block with its fences, without the line ending after the closing fence."""
    content: Span
    """The content between the fences."""
    data: Mapping[str, Any]
    """Plain JSON values: dict, list, str, int, float, bool, None; dates as `RawDate`. Empty after a syntax error."""
    spans: Mapping[KeyPath, EntrySpans]
    """The positions of all keys and list items, by path: `("tags", 1)`."""
    readable: bool = True
    """Whether it was parsed without a syntax error."""

    def span_of(self, path: KeyPath) -> Span:
        """The span of a value or list item, or of its closest parent with a position, or of the opening fence."""
        while path:
            if entry := self.spans.get(path):
                return entry.value
            path = path[:-1]
        return self.opening

    def key_span_of(self, path: KeyPath) -> Span:
        """The span of a key, or of the value if it has no key."""
        entry = self.spans.get(path)
        return entry.key if entry and entry.key else self.span_of(path)

    @property
    def opening(self) -> Span:
        """The opening fence (in JSON, the brace), or the first key if there is no fence."""
        if self.content.start == self.span.start and self.format != "json":
            return next((entry.key for entry in self.spans.values() if entry.key), self.span)
        length = {"json": 1, "comment": 4}.get(self.format, 3)
        return Span(self.span.start, min(self.span.start + length, self.span.end))
