"""The block of data at the top of a post, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from postlint.core.generator.front_matter import FrontMatterFormat
from postlint.core.text import Span

KeyPath = tuple[str | int, ...]


class EntrySpans(NamedTuple):
    """Where a front matter key and its value stand; an item of a list has no key."""

    key: Span | None
    value: Span


class RawDate(str):
    """A date of the front matter as it is written; TOML dates are no strings there, YAML ones may be."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FrontMatterProblem:
    """What is wrong with a front matter block before anyone looks at its values."""

    kind: Literal["unclosed", "ignored", "syntax-error", "duplicate-key"]
    message: str
    span: Span
    removals: tuple[Span, ...] = ()
    """What to delete to mend it, where that is certain."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block of data at the top of a post."""

    format: FrontMatterFormat
    span: Span
    """The whole block with its fences, without the line end after the closing one."""
    content: Span
    """What stands between the fences."""
    data: Mapping[str, Any]
    """Plain JSON values: dict, list, str, int, float, bool, None; dates as `RawDate`. Empty if it does not parse."""
    spans: Mapping[KeyPath, EntrySpans]
    """The place of every key and item, by its path: `("tags", 1)`."""
    readable: bool = True
    """Whether it parsed."""

    def span_of(self, path: KeyPath) -> Span:
        """The span of a value or item; of the closest parent that has a place; else the opening fence."""
        while path:
            if found := self.spans.get(path):
                return found.value
            path = path[:-1]
        return self.opening

    def key_span_of(self, path: KeyPath) -> Span:
        """The span of a key; of its value where it has none."""
        found = self.spans.get(path)
        return found.key if found and found.key else self.span_of(path)

    @property
    def opening(self) -> Span:
        """The opening fence (in JSON, the brace); the first key where there is none."""
        if self.content.start == self.span.start and self.format != "json":
            return next((place.key for place in self.spans.values() if place.key), self.span)
        length = {"json": 1, "comment": 4}.get(self.format, 3)
        return Span(self.span.start, min(self.span.start + length, self.span.end))
