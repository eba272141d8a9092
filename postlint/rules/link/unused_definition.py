"""Unused or duplicate link definition.

A definition that no link uses is a leftover, or a label is misspelled. If a label is defined twice, only the first
definition counts.

~~~markdown bad 4 5
Read [the manual][docs] first.

[docs]: https://example.org/manual
[faq]: https://example.org/faq
[docs]: https://example.org/docs
~~~

~~~markdown fixed
Read [the manual][docs] first.

[docs]: https://example.org/manual
~~~

~~~markdown good
Read [the manual][docs] first.

[docs]: https://example.org/manual
[//]: # (A definition of this label is a comment.)
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Definition, Image, Link
from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_SPACE = re.compile(r"\n[\s>]*|\s+")


@dataclass(frozen=True, slots=True)
class Options:
    ignored_definitions: tuple[str, ...] = ("//",)
    """Labels to ignore; by default `[//]:`, which is a comment."""
    footnotes: bool = False
    """Also report unused and duplicate footnotes."""


@post_rule(
    preset=STRICT,
    severity=WARNING,
    aliases=("MD053", "link-image-reference-definitions"),
    markdownlint={"footnotes": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    body = post.body
    if not body.definitions and not (options.footnotes and body.footnote_definitions):
        return
    links: tuple[Link | Image, ...] = (*body.links, *body.images)
    used = {_key(link.label) for link in links if link.label is not None}
    used.update(_key(reference.label) for reference in body.undefined_references)
    for definition in body.definitions:
        key = _key(definition.label)
        if key not in options.ignored_definitions and (definition.duplicate or key not in used):
            message = _message("link definition", definition.label, definition.duplicate)
            yield Finding(message, definition.span, _fix(post, definition))
    if options.footnotes:
        yield from _footnotes(post, options)


def _footnotes(post: Post, options: Options) -> Iterator[Finding]:
    used = {_key(reference.label) for reference in post.body.footnote_references}
    defined: set[str] = set()
    for footnote in post.body.footnote_definitions:
        key = _key(footnote.label)
        if f"^{key}" not in options.ignored_definitions and (key in defined or key not in used):
            yield Finding(_message("footnote", footnote.label, key in defined), footnote.span)
        defined.add(key)


def _key(label: str) -> str:
    return _SPACE.sub(" ", label.strip()).lower()


def _message(noun: str, label: str, duplicate: bool) -> str:
    return f"duplicate {noun} {quoted(label)}, only the first counts" if duplicate else f"unused {noun} {quoted(label)}"


def _fix(post: Post, definition: Definition) -> Fix | None:
    """Delete the lines of a definition, unless there is something else on them."""
    first, last = post.source.line_number(definition.span.start), post.source.line_number(definition.span.end)
    start, end = post.source.line(first).start, post.source.line(last).end
    if post.text[start : definition.span.start].strip() or post.text[definition.span.end : end].strip():
        return None
    return Fix("Delete the definition", (Edit(Span(start, min(end + 1, len(post.text))), ""),))
