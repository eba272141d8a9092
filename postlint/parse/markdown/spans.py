"""Reads inline tokens: links, images, references, code spans, emphasis, raw HTML, math."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from postlint.core.body import Footnote, Image, Inline, Link, Reference
from postlint.core.text import Span
from postlint.parse.markdown.coordinates import Coordinates
from postlint.parse.markdown.inline_dispatch import LABEL_END, SPAN, STRAY, UNDEFINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from postlint.core.post import Post

_IMG = re.compile(
    r"<!--(?:.*?-->|.*)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)|\Z)|<img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>?",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s(alt|src)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?(?=[\s/>]|$)", re.IGNORECASE)
_MARKUP = re.compile(r"[`*_~!<\[\\&$^\n]")
_SIMPLE_URL = re.compile(r"[ \t\n]*([^\s<()\\]*)(?=[\s)])")
_PAIRS: dict[str, Literal["emphasis", "strong", "strikethrough"]] = {
    "em_open": "emphasis",
    "strong_open": "strong",
    "s_open": "strikethrough",
}


class InlineReader:
    """Collects the parts of inline contents, with their positions in the file."""

    def __init__(self, post: Post) -> None:
        self._text = post.text
        self._masked = post.masked
        self._has_masks = bool(post.masks)
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.inlines: list[Inline] = []
        self.footnotes: list[Footnote] = []
        self.undefined_references: list[Reference] = []
        self.stray_delimiters: list[tuple[Span, ...]] = []

    def read(self, token: Token, coordinates: Coordinates) -> None:
        """Read an inline token, whose content has the given coordinates."""
        content, meta = token.content, token.meta
        self._read_children(content, token.children or [], coordinates)
        if STRAY in meta:
            self.stray_delimiters.append(tuple([coordinates.span(*run) for run in meta[STRAY]]))
        if UNDEFINED in meta:
            for start, label_end, end in meta[UNDEFINED]:
                self._undefined(content, start, label_end, end, coordinates)

    def _read_children(self, content: str, children: Sequence[Token], coordinates: Coordinates) -> None:
        open_pairs: list[tuple[str, int, int]] = []
        span_of = coordinates.span
        for index, child in enumerate(children):
            if not child.meta or (position := child.meta.get(SPAN)) is None:
                continue
            kind = child.type
            start, end = position
            if kind == "code_inline":
                width = len(child.markup)
                self.inlines.append(Inline("code", span_of(start, end), span_of(start + width, end - width)))
            elif kind == "link_open":
                self._link(content, children, index, start, end, child.meta.get(LABEL_END), coordinates)
            elif kind == "image":
                self._image(content, child, start, end, coordinates)
            elif kind == "html_inline":
                span = span_of(start, end)
                self.inlines.append(Inline("html", span, span))
                self.read_html(span)
            elif kind.startswith("math_inline"):
                width = 2 if content.startswith("$$", start) else 1
                self.inlines.append(Inline("math", span_of(start, end), span_of(start + width, end - width)))
            elif kind == "footnote_ref":
                if label := child.meta.get("label"):
                    self.footnotes.append(Footnote(label, span_of(start, end)))
            elif kind in _PAIRS:
                width = len(child.markup)
                open_pairs.append((kind, end - width, end))
            elif child.nesting == -1 and open_pairs and kind == open_pairs[-1][0].replace("open", "close"):
                opening, outer, inner = open_pairs.pop()
                span = span_of(outer, start + len(child.markup))
                self.inlines.append(Inline(_PAIRS[opening], span, span_of(inner, start)))

    def _link(
        self, content: str, children: Sequence[Token], index: int, start: int, end: int, label_end: int | None,
        coordinates: Coordinates,
    ) -> None:  # fmt: skip
        span = coordinates.span(start, end)
        if label_end is None:  # an autolink, `<https://example.org>`
            inner = coordinates.span(start + 1, end - 1)
            url = self._text[inner.start : inner.end]
            self.links.append(Link("autolink", url, url, url, span, inner, inner))
            return
        url = str(children[index].attrs.get("href", ""))
        text_span = coordinates.span(start + 1, label_end)
        text = self._text[text_span.start : text_span.end]
        plain = text
        if _MARKUP.search(text) and not (self._has_masks and self._masked(text_span)):
            plain = plain_text(_link_content(children, index))
        kind, target_span, label = _target(content, label_end, end, coordinates, text_span)
        if kind == "inline":
            url = self._text[target_span.start : target_span.end]
        elif label is None:
            label = text
        else:
            label = self._text[target_span.start : target_span.end]
        title = children[index].attrs.get("title")
        self.links.append(
            Link(kind, url, text, plain, span, text_span, target_span, None if title is None else str(title), label)
        )

    def _image(self, content: str, token: Token, start: int, end: int, coordinates: Coordinates) -> None:
        label_end = token.meta[LABEL_END]
        text_span = coordinates.span(start + 2, label_end)
        kind, target_span, label = _target(content, label_end, end, coordinates, text_span)
        url = str(token.attrs.get("src", ""))
        if kind == "inline":
            url = self._text[target_span.start : target_span.end]
        elif label is None:
            label = self._text[text_span.start : text_span.end]
        alt = plain_text(token.children or [])
        self.images.append(Image(kind, url, alt, coordinates.span(start, end), target_span, label))

    def _undefined(self, content: str, start: int, label_end: int, end: int, coordinates: Coordinates) -> None:
        is_image = content[start] == "!"
        text = content[start + (2 if is_image else 1) : label_end]
        label = content[label_end + 2 : end - 1]
        kind: Literal["full", "collapsed"] = "full" if label else "collapsed"
        self.undefined_references.append(Reference(label or text, kind, coordinates.span(start, end), is_image))

    def read_html(self, span: Span) -> None:
        """Read the `<img>` elements in raw HTML."""
        if "<img" not in (html := self._text[span.start : span.end]).lower():
            return
        for element in _IMG.finditer(html):
            if element["raw"] or element[0].startswith("<!--"):
                continue
            attributes = {match[1].lower(): match for match in _ATTRIBUTE.finditer(element[0])}
            start = span.start + element.start()
            src, alt = attributes.get("src"), attributes.get("alt")
            target_span = Span(start, start)
            if src and (group := next((number for number in (2, 3, 4) if src[number] is not None), None)):
                target_span = Span(start + src.start(group), start + src.end(group))
            self.images.append(
                Image(
                    "html", self._text[target_span.start : target_span.end],
                    None if alt is None else (alt[2] or alt[3] or alt[4] or ""),
                    Span(start, span.start + element.end()), target_span,
                )
            )  # fmt: skip


def _link_content(children: Sequence[Token], index: int) -> list[Token]:
    """The tokens of the text of a link that opens at an index."""
    level = children[index].level
    tokens: list[Token] = []
    for position in range(index + 1, len(children)):  # a slice would copy all the rest for each link
        child = children[position]
        if child.type == "link_close" and child.level == level:
            break
        tokens.append(child)
    return tokens


def _target(
    content: str, label_end: int, end: int, coordinates: Coordinates, text_span: Span
) -> tuple[Literal["inline", "full", "collapsed", "shortcut"], Span, str | None]:
    """The kind of a link by what follows its text, the span of its URL or label, and the label of a full reference."""
    if end == label_end + 1:
        return "shortcut", text_span, None
    if content[label_end + 1] == "(":
        return "inline", coordinates.span(*_url_position(content, label_end + 1)), None
    if end == label_end + 3:
        return "collapsed", text_span, None
    return "full", coordinates.span(label_end + 2, end - 1), content[label_end + 2 : end - 1]


def _url_position(content: str, parenthesis: int) -> tuple[int, int]:
    """The start and end of the URL after an opening parenthesis, without `<>`."""
    if simple := _SIMPLE_URL.match(content, parenthesis + 1):
        return simple.span(1)
    from markdown_it.helpers import parseLinkDestination

    start = parenthesis + 1
    while content[start : start + 1] in (" ", "\t", "\n"):
        start += 1
    url = parseLinkDestination(content, start, len(content))
    end = url.pos if url.ok else start
    return (start + 1, end - 1) if content[start : start + 1] == "<" and end > start + 1 else (start, end)


def plain_text(tokens: Sequence[Token]) -> str:
    """The text of inline tokens without markup; an image is represented by its alternative text."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special", "math_inline"):
            parts.append(token.content.replace("\n", " "))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain_text(token.children or []))
    return "".join(parts)
