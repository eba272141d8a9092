"""Front matter without YAML or TOML: Pelican's `Key: value` lines and Nikola's comment of `.. key: value` lines.

Both are read as the generators read them (markdown/extensions/meta.py, nikola/metadata_extractors.py): values are raw
text, quotes and brackets are a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from frontmatter.default_handlers import BaseHandler

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.generator.front_matter import FrontMatterFormat
from postlint.core.text import Span
from postlint.parse.front_matter.loaded import Broken, Duplicate, Loaded

_HEADER = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):[^\S\n]*(?P<value>[^\n]*)(?:\n|\Z)")
_MORE = re.compile(r"[ ]{4,}(?P<value>\S[^\n]*)(?:\n|\Z)")
_END = re.compile(r"(?:-{3}|\.{3})(?:[^\S\n][^\n]*)?(?:\n|\Z)|[ \t]*(?:\n|\Z)")
_ITEM = re.compile(r"[ ]{0,3}-[ \t]+\S[^\n]*")
# pelican/readers.py, DUPLICATES_DEFINITIONS_ALLOWED: the first one counts; of other keys both do.
_SINGLE = frozenset({"tags", "date", "modified", "status", "category", "author", "save_as", "url", "authors", "slug"})
_COMMENTED = re.compile(r"[ \t]*\.\. (?P<key>[^\s:][^\n:]*):(?:[ \t]+(?P<value>[^\n]*))?(?:\n|\Z)")


class Block(NamedTuple):
    """Where a block of front matter stands."""

    span: Span
    content: Span
    closed: bool
    extra: tuple[Span, ...] = ()
    """What its fences have too much."""


class PlainHandler(BaseHandler):
    """A block whose end is certain."""

    language: FrontMatterFormat
    START_DELIMITER: str

    def cut(self, text: str, block: Block) -> Block:
        """The block as it is."""
        return block

    def runs_into_text(self, text: str, block: Block) -> bool:
        """Never."""
        return False

    def looks_like_data(self, text: str, block: Block) -> bool:
        """Always: it would not have been found else."""
        return True


class HeadersHandler(PlainHandler):
    """`Key: value` lines up to a blank one, perhaps between fences; the first line that is no header ends them."""

    FM_BOUNDARY = re.compile(r"(?:---[ \t]*\n)?(?=[ ]{0,3}[A-Za-z0-9_-]+:)")
    START_DELIMITER = "---"
    language = "headers"

    def find(self, text: str, start: int) -> Block | None:
        """The block that begins at an offset."""
        opening = self.FM_BOUNDARY.match(text, start)
        if opening is None:
            return None
        at = opening.end()
        while match := _HEADER.match(text, at) or _MORE.match(text, at):
            at = match.end()
        closing = _END.match(text, at)
        fenced = closing is not None and closing[0].strip() != ""
        if not fenced and opening[0] and (item := _ITEM.match(text, at)):  # a list of YAML, and the rest below it
            at = item.end()
        end = closing.end() if fenced and closing else at
        return Block(Span(start, start + len(text[start:end].rstrip())), Span(opening.end(), at), True)

    def load(self, fm: str, offset: int = 0) -> Any:
        """Read the lines, which stand at an offset."""
        data: dict[str, Any] = {}
        spans: dict[KeyPath, EntrySpans] = {}
        duplicates: list[Duplicate] = []
        error = None
        key, at = "", 0
        while at < len(fm):
            if match := _HEADER.match(fm, at):
                key = match["key"].lower()
                span = _moved(match, "key", offset)
                first = spans.get((key,))
                if first and first.key and key in _SINGLE:
                    duplicates.append(Duplicate(match["key"], first.key, span))
                    key = ""
                else:
                    data[key] = match["value"].strip()
                    spans[(key,)] = EntrySpans(span, _value(match, offset))
            elif match := _MORE.match(fm, at):
                if key:
                    data[key] = f"{data[key]}\n{match['value'].strip()}".strip()
                    place = spans[(key,)]
                    start = place.value.start if place.value.start < place.value.end else match.start("value") + offset
                    spans[(key,)] = EntrySpans(place.key, Span(start, _value(match, offset).end))
            else:
                line = Span(at + offset, at + offset + len(fm[at:].rstrip()))
                message = "a list of YAML ends the headers here, and what follows is printed; expected `tags: one, two`"
                error = Broken(message.replace("tags", key or "tags"), line)
                break
            at = match.end()
        return Loaded(data, spans, duplicates, error)


class CommentHandler(PlainHandler):
    """`.. key: value` lines in a comment at the top."""

    FM_BOUNDARY = re.compile(r"<!--[ \t]*\n(?=(?:[ \t]*\n)*[ \t]*\.\. [^\s:][^\n:]*:)")
    START_DELIMITER = "<!--"
    language = "comment"

    def find(self, text: str, start: int) -> Block | None:
        """The block that begins at an offset."""
        opening = self.FM_BOUNDARY.match(text, start)
        if opening is None:
            return None
        closing = text.find("-->", opening.end())
        if closing < 0:
            end = opening.end()
            while match := _COMMENTED.match(text, end):
                end = match.end()
            end -= text.endswith("\n", opening.end(), end)
            return Block(Span(start, end), Span(opening.end(), end), False)
        return Block(Span(start, closing + 3), Span(opening.end(), closing), True)

    def load(self, fm: str, offset: int = 0) -> Any:
        """Read the lines, which stand at an offset; keys without a value are none."""
        data: dict[str, Any] = {}
        spans: dict[KeyPath, EntrySpans] = {}
        duplicates: list[Duplicate] = []
        for match in _lines(fm):
            key, value = match["key"], (match["value"] or "").strip()
            span = _moved(match, "key", offset)
            if (key,) in spans:
                duplicates.append(Duplicate(key, spans[(key,)].key or span, span))
            data[key] = value or None
            spans[(key,)] = EntrySpans(span, _value(match, offset) if value else Span(span.end + 1, span.end + 1))
        return Loaded(data, spans, duplicates)


def _lines(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        if match := _COMMENTED.match(text, at):
            yield match
        at = text.find("\n", at) + 1 or len(text)


def _moved(match: re.Match[str], group: str, offset: int) -> Span:
    return Span(match.start(group) + offset, match.end(group) + offset)


def _value(match: re.Match[str], offset: int) -> Span:
    start = match.start("value") + offset
    return Span(start, start + len((match["value"] or "").rstrip()))
