"""A link's definition is used by no link, or there are two for one label.

A definition shows nothing by itself. What no link names is left from an earlier text, or a label is misspelt; of two
for one label, only the first counts.

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

from postlint.core.body import Definition
from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_SPACE = re.compile(r"\n[\s>]*|\s+")


@dataclass(frozen=True, slots=True)
class Options:
    ignored_definitions: tuple[str, ...] = ("//",)
    """Labels to leave alone: by default `[//]:`, a comment."""
    footnotes: bool = False
    """Report footnotes that nothing refers to and those that are there twice, as well."""


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
    used = {_key(one.label) for views in (body.links, body.images) for one in views if one.label is not None}
    used.update(_key(one.label) for one in body.undefined_references)
    defined: set[str] = set()
    for one in body.definitions:
        key = _key(one.label)
        if key not in options.ignored_definitions and (key in defined or key not in used):
            yield Finding(_message("label", one.label, key in defined), one.span, _fix(post, one))
        defined.add(key)
    if options.footnotes:
        called = {_key(one.label) for one in body.footnote_references}
        for note in body.footnote_definitions:
            key = f"^{_key(note.label)}"
            if key not in options.ignored_definitions and (key in defined or key[1:] not in called):
                yield Finding(_message("footnote", note.label, key in defined), note.span)
            defined.add(key)


def _key(label: str) -> str:
    return _SPACE.sub(" ", label.strip()).lower()


def _message(what: str, label: str, twice: bool) -> str:
    shown = f"{what} {quoted(label)}"
    return f"{shown} is defined twice, the first one counts" if twice else f"nothing uses the {shown}"


def _fix(post: Post, one: Definition) -> Fix | None:
    """Delete its lines, where nothing else stands on them."""
    first, last = post.source.line_number(one.span.start), post.source.line_number(one.span.end)
    start, end = post.source.line(first).start, post.source.line(last).end
    if post.text[start : one.span.start].strip() or post.text[one.span.end : end].strip():
        return None
    return Fix("Delete the definition", (Edit(Span(start, min(end + 1, len(post.text))), ""),))
