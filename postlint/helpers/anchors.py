"""What links can lead to in a post's own text: headings and ids in raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.post import Post
from postlint.core.text import Span
from postlint.helpers.html import ATTRIBUTES
from postlint.helpers.spans import block_spans, inline_spans

_NO_TEXT = re.compile(r"&(?:#\w+|\w+);|https?://[^\s<]+")
_OPENING_TAG = re.compile(rf"<([A-Za-z][^\s/>]*){ATTRIBUTES}>")
_ID = re.compile(r"\sid\s*=\s*['\"]?([^'\"\s>]*)", re.IGNORECASE)
_NAME = re.compile(r"\sname\s*=\s*['\"]?([^'\"\s>]*)", re.IGNORECASE)


def heading_texts(post: Post) -> list[str]:
    """Each heading's text without images, HTML, URLs, character references, and delimiters of inline markup."""
    cuts = _spans_without_text(post)
    texts, index = [], 0
    for heading in post.headings:
        at, end = heading.content
        pieces = []
        while index < len(cuts) and cuts[index].start < end:
            if cuts[index].start >= at:
                pieces.append(post.text[at : cuts[index].start])
            at = max(at, cuts[index].end) if cuts[index].end > heading.content.start else at
            index += 1
        pieces.append(post.text[at:end])
        texts.append(_NO_TEXT.sub("", "".join(pieces)).replace("\n", ""))
    return texts


def _spans_without_text(post: Post) -> list[Span]:
    """Images, HTML, autolinks, the URLs of links, and the delimiters of inline markup, in order."""
    body = post.body
    spans = [image.span for image in body.images]
    spans += [link.span if link.kind == "autolink" else Span(link.text_span.end, link.span.end) for link in body.links]
    for inline in body.inlines:
        if inline.kind == "html":
            spans.append(inline.span)
        else:
            spans.append(Span(inline.span.start, inline.content.start))
            spans.append(Span(inline.content.end, inline.span.end))
    return sorted(spans)


def html_ids(post: Post) -> Iterator[str]:
    """The `id` of each HTML element; for an `a` without an `id`, its `name`."""
    return (name for name, _ in html_id_positions(post))


def html_id_positions(post: Post) -> Iterator[tuple[str, int]]:
    """The same ids, each with the offset of its element."""
    blocks = [span for span in block_spans(post, "html") if not post.text.startswith("<!--", span.start)]
    for span in (*inline_spans(post, "html"), *blocks):
        for tag in _OPENING_TAG.finditer(post.text, *span):
            match = _ID.search(tag[0]) or (_NAME.search(tag[0]) if tag[1].lower() == "a" else None)
            if match:
                yield match[1], tag.start()
