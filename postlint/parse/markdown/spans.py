"""Inline tokens of one block after another -> links, images, references, code spans, emphasis, HTML, math."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from postlint.core.body import Footnote, Image, Inline, Link, Reference
from postlint.core.text import Span
from postlint.parse.markdown.inlines import Places, plain_text, target_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from postlint.core.post import Post

_IMG = re.compile(
    r"<!--(?:.*?-->|.*)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)|\Z)|<img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>?",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s(alt|src)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?(?=[\s/>]|$)", re.IGNORECASE)
_MARKUP = re.compile(r"[`*_~!<\[\\&$^\n]")
_PAIRS: dict[str, Literal["emphasis", "strong", "strikethrough"]] = {
    "em_open": "emphasis",
    "strong_open": "strong",
    "s_open": "strikethrough",
}


class InlineReader:
    """Gathers the views of inline tokens, each at its place in the file."""

    def __init__(self, post: Post) -> None:
        self._text = post.text
        self._masked = post.masked
        self._masks = bool(post.masks)
        self.undefined_at: Mapping[int, tuple[str, list[tuple[int, int, int]]]] = {}
        """What the parser noted: by the id of a content, start, first `]` and end of each undefined reference."""
        self.stray_at: Mapping[int, tuple[str, list[tuple[int, int]]]] = {}
        """What the parser noted: by the id of a content, its runs of `*` and `_` that make no emphasis."""
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.inlines: list[Inline] = []
        self.footnotes: list[Footnote] = []
        self.undefined: list[Reference] = []
        self.stray: list[tuple[Span, ...]] = []

    def read(self, token: Token, at: Places) -> None:
        """Take one inline token in, whose content stands at some places."""
        content = token.content
        self._read_noted(content, token.children or [], at)
        if stray := self.stray_at.get(id(content)):
            self.stray.append(tuple(at.span(*run) for run in stray[1]))
        if undefined := self.undefined_at.get(id(content)):
            for start, middle, end in undefined[1]:
                self._undefined(content, start, middle, end, at)

    def _read_noted(self, content: str, children: Sequence[Token], at: Places) -> None:
        open_pairs: list[tuple[str, int, int]] = []
        span = at.span
        for index, child in enumerate(children):
            if not child.meta or (place := child.meta.get("place")) is None:
                continue
            kind = child.type
            start, end = place
            if kind == "code_inline":
                width = len(child.markup)
                self.inlines.append(Inline("code", span(start, end), span(start + width, end - width)))
            elif kind == "link_open":
                self._link(content, children, index, start, end, child.meta.get("label_end"), at)
            elif kind == "image":
                self._image(content, child, start, end, at)
            elif kind == "html_inline":
                whole = span(start, end)
                self._add("html", whole, whole)
                self.read_html(whole)
            elif kind.startswith("math_inline"):
                width = 2 if content.startswith("$$", start) else 1
                self._add("math", at.span(start, end), at.span(start + width, end - width))
            elif kind == "footnote_ref":
                self._footnote(child, at.span(start, end))
            elif kind in _PAIRS:
                width = len(child.markup)
                open_pairs.append((kind, end - width, end))
            elif child.nesting == -1 and open_pairs and kind == open_pairs[-1][0].replace("open", "close"):
                opened, outer, inner = open_pairs.pop()
                self._add(_PAIRS[opened], at.span(outer, start + len(child.markup)), at.span(inner, start))

    def _add(
        self, kind: Literal["code", "emphasis", "strong", "strikethrough", "html", "math"], span: Span, content: Span
    ) -> None:
        self.inlines.append(Inline(kind, span, content))

    def _link(
        self, content: str, children: Sequence[Token], index: int, start: int, end: int, middle: int | None, at: Places
    ) -> None:
        span = at.span(start, end)
        href = str(children[index].attrs.get("href", ""))
        if middle is None:  # an autolink, `<address>`
            inner = at.span(start + 1, end - 1)
            text = self._text[inner.start : inner.end]
            self.links.append(Link("autolink", text, text, text, span, inner, inner))
            return
        text_span = at.span(start + 1, middle)
        text = self._text[text_span.start : text_span.end]
        plain = text
        if _MARKUP.search(text) and not (self._masks and self._masked(text_span)):
            plain = plain_text(_inside(children, index))
        kind, target_span, label = _tail(content, middle, end, at, text_span)
        if kind == "inline":
            href = self._text[target_span.start : target_span.end]
        elif label is None:
            label = text
        else:
            label = self._text[target_span.start : target_span.end]
        title = children[index].attrs.get("title")
        self.links.append(
            Link(kind, href, text, plain, span, text_span, target_span, None if title is None else str(title), label)
        )

    def _image(self, content: str, token: Token, start: int, end: int, at: Places) -> None:
        middle = token.meta["label_end"]
        text_span = at.span(start + 2, middle)
        kind, target_span, label = _tail(content, middle, end, at, text_span)
        target = str(token.attrs.get("src", ""))
        if kind == "inline":
            target = self._text[target_span.start : target_span.end]
        elif label is None:
            label = self._text[text_span.start : text_span.end]
        self.images.append(
            Image(kind, target, plain_text(token.children or []), at.span(start, end), target_span, label)
        )

    def _footnote(self, token: Token, span: Span) -> None:
        if label := token.meta.get("label"):
            self.footnotes.append(Footnote(label, span))

    def _undefined(self, content: str, start: int, middle: int, end: int, at: Places) -> None:
        image = content[start] == "!"
        text = content[start + (2 if image else 1) : middle]
        label = content[middle + 2 : end - 1]
        kind: Literal["full", "collapsed"] = "full" if label else "collapsed"
        self.undefined.append(Reference(label or text, kind, at.span(start, end), image))

    def read_html(self, span: Span) -> None:
        """Images in a stretch of HTML."""
        if "<img" not in (html := self._text[span.start : span.end]).lower():
            return
        for match in _IMG.finditer(html):
            if match["raw"] or match[0].startswith("<!--"):
                continue
            found = {one[1].lower(): one for one in _ATTRIBUTE.finditer(match[0])}
            start = span.start + match.start()
            target, alt = found.get("src"), found.get("alt")
            group = next((number for number in (2, 3, 4) if target and target[number] is not None), None)
            target_span = Span(start, start)
            if target and group:
                target_span = Span(start + target.start(group), start + target.end(group))
            self.images.append(
                Image(
                    "html", self._text[target_span.start : target_span.end],
                    None if alt is None else (alt[2] or alt[3] or alt[4] or ""),
                    Span(start, span.start + match.end()), target_span,
                )
            )  # fmt: skip


def _inside(children: Sequence[Token], index: int) -> list[Token]:
    """The tokens between a link's opening one and its closing one."""
    level = children[index].level
    inside: list[Token] = []
    for at in range(index + 1, len(children)):  # a slice would copy the rest for each link
        child = children[at]
        if child.type == "link_close" and child.level == level:
            break
        inside.append(child)
    return inside


def _tail(
    content: str, middle: int, end: int, at: Places, text_span: Span
) -> tuple[Literal["inline", "full", "collapsed", "shortcut"], Span, str | None]:
    """What follows a link's text: its kind, the span of address or label, and the label if there is one of its own."""
    if end == middle + 1:
        return "shortcut", text_span, None
    if content[middle + 1] == "(":
        return "inline", at.span(*target_place(content, middle + 1)), None
    if end == middle + 3:
        return "collapsed", text_span, None
    return "full", at.span(middle + 2, end - 1), content[middle + 2 : end - 1]
