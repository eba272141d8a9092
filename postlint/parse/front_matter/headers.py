"""Front matter without YAML or TOML: Pelican's `Key: value` lines and Nikola's comment of `.. key: value` lines.

Both are read as the generators read them (markdown/extensions/meta.py, nikola/metadata_extractors.py): values are raw
text that includes quotes and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from frontmatter.default_handlers import BaseHandler

from postlint.core.front_matter import EntrySpans, KeyPath
from postlint.core.generator.front_matter import FrontMatterFormat
from postlint.core.messages import backticked
from postlint.core.text import Span
from postlint.data.document import Document, DuplicateKey
from postlint.data.errors import DataSyntaxError

_HEADER = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):[^\S\n]*(?P<value>[^\n]*)(?:\n|\Z)")
_MORE = re.compile(r"[ ]{4,}(?P<value>\S[^\n]*)(?:\n|\Z)")
_END = re.compile(r"(?:-{3}|\.{3})(?:[^\S\n][^\n]*)?(?:\n|\Z)|[ \t]*(?:\n|\Z)")
_ITEM = re.compile(r"[ ]{0,3}-[ \t]+\S[^\n]*")
# pelican/readers.py, DUPLICATES_DEFINITIONS_ALLOWED: the first value counts; other keys collect all values.
_SINGLE = frozenset({"tags", "date", "modified", "status", "category", "author", "save_as", "url", "authors", "slug"})
_COMMENTED = re.compile(r"[ \t]*\.\. (?P<key>[^\s:][^\n:]*):(?:[ \t]+(?P<value>[^\n]*))?(?:\n|\Z)")


class Block(NamedTuple):
    """The spans of a block of front matter."""

    span: Span
    content: Span
    closed: bool
    extra: tuple[Span, ...] = ()
    """What its fences have that they should not have."""


class PlainHandler(BaseHandler):
    """A block whose end is unambiguous."""

    language: FrontMatterFormat
    START_DELIMITER: str

    def cut(self, text: str, block: Block) -> Block:
        """The block unchanged."""
        return block

    def runs_into_text(self, text: str, block: Block) -> bool:
        """Never."""
        return False

    def looks_like_data(self, text: str, block: Block) -> bool:
        """Always, because the opening is unambiguous."""
        return True


class HeadersHandler(PlainHandler):
    """`Key: value` lines, with or without fences, up to the first line that is not a header."""

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
        if not fenced and opening[0] and (item := _ITEM.match(text, at)):  # a YAML list, and the rest below it
            at = item.end()
        end = closing.end() if fenced and closing else at
        return Block(Span(start, start + len(text[start:end].rstrip())), Span(opening.end(), at), True)

    def read(self, content: str, offset: int = 0) -> Document:
        """Read the lines, which start at an offset in the file."""
        data: dict[str, str] = {}
        spans: dict[KeyPath, EntrySpans] = {}
        duplicates: list[DuplicateKey] = []
        error = None
        key, at = "", 0
        while at < len(content):
            if match := _HEADER.match(content, at):
                key = match["key"].lower()
                span = _group_span(match, "key", offset)
                first = spans.get((key,))
                if first and first.key and key in _SINGLE:
                    duplicates.append(DuplicateKey(match["key"], first.key, span))
                    key = ""
                else:
                    data[key] = match["value"].strip()
                    spans[(key,)] = EntrySpans(span, _value_span(match, offset))
            elif match := _MORE.match(content, at):
                if key:
                    data[key] = f"{data[key]}\n{match['value'].strip()}".strip()
                    entry = spans[(key,)]
                    start = entry.value.start if entry.value.start < entry.value.end else match.start("value") + offset
                    spans[(key,)] = EntrySpans(entry.key, Span(start, _value_span(match, offset).end))
            else:
                line = Span(at + offset, at + offset + len(content[at:].rstrip()))
                example = backticked(f"{key or 'tags'}: one, two")
                message = f"YAML list, which ends the headers: the rest is rendered as text, expected {example}"
                error = DataSyntaxError(message, line)
                break
            at = match.end()
        return Document(data, spans, duplicates, error)


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

    def read(self, content: str, offset: int = 0) -> Document:
        """Read the lines, which start at an offset in the file; keys without a value are None."""
        data: dict[str, str | None] = {}
        spans: dict[KeyPath, EntrySpans] = {}
        duplicates: list[DuplicateKey] = []
        for match in _lines(content):
            key, value = match["key"], (match["value"] or "").strip()
            span = _group_span(match, "key", offset)
            if (key,) in spans:
                duplicates.append(DuplicateKey(key, spans[(key,)].key or span, span))
            data[key] = value or None
            spans[(key,)] = EntrySpans(span, _value_span(match, offset) if value else Span(span.end + 1, span.end + 1))
        return Document(data, spans, duplicates)


def _lines(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        if match := _COMMENTED.match(text, at):
            yield match
        at = text.find("\n", at) + 1 or len(text)


def _group_span(match: re.Match[str], group: str, offset: int) -> Span:
    return Span(match.start(group) + offset, match.end(group) + offset)


def _value_span(match: re.Match[str], offset: int) -> Span:
    start = match.start("value") + offset
    return Span(start, start + len((match["value"] or "").rstrip()))
