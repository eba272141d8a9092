"""What a post has for links to lead to, in its own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.post import Post
from postlint.core.text import Span

_ENTITY = re.compile(r"&(?:#\w+|\w+);|https?://[^\s<]+")
_TAG = re.compile(r"<([A-Za-z][^\s/>]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ID = re.compile(r"\sid\s*=\s*['\"]?([^'\"\s>]*)", re.IGNORECASE)
_NAME = re.compile(r"\sname\s*=\s*['\"]?([^'\"\s>]*)", re.IGNORECASE)


def heading_texts(post: Post) -> list[str]:
    """Each heading's text without images, HTML, URLs, character references and marks of emphasis."""
    body = post.body
    cuts = [one.span for one in body.images]
    cuts += [one.span if one.kind == "autolink" else Span(one.text_span.end, one.span.end) for one in body.links]
    for one in body.inlines:
        if one.kind == "html":
            cuts.append(one.span)
        else:
            cuts += [Span(one.span.start, one.content.start), Span(one.content.end, one.span.end)]
    cuts.sort()
    found, index = [], 0
    for heading in post.headings:
        at, end = heading.content
        pieces = []
        while index < len(cuts) and cuts[index].start < end:
            if cuts[index].start >= at:
                pieces.append(post.text[at : cuts[index].start])
            at = max(at, cuts[index].end) if cuts[index].end > heading.content.start else at
            index += 1
        pieces.append(post.text[at:end])
        found.append(_ENTITY.sub("", "".join(pieces)).replace("\n", ""))
    return found


def html_ids(post: Post) -> Iterator[str]:
    """The `id` of each HTML element, and the `name` where an `a` has no `id`."""
    return (one for one, _ in html_id_positions(post))


def html_id_positions(post: Post) -> Iterator[tuple[str, int]]:
    """The same, each with the place of its element."""
    spans = [one.span for one in post.body.inlines if one.kind == "html"]
    blocks = [one.span for one in post.body.blocks if one.kind == "html"]
    spans += [one for one in blocks if not post.text.startswith("<!--", one.start)]
    for span in spans:
        for tag in _TAG.finditer(post.text, *span):
            found = _ID.search(tag[0]) or (_NAME.search(tag[0]) if tag[1].lower() == "a" else None)
            if found:
                yield found[1], tag.start()
