"""Two headings have the same text.

Each heading gets an id from its text. Where two have the same text, a link to that id leads to the first of them,
whichever was meant. Without such a link the page works; a reader of the outline still cannot tell the two apart,
which is what `report = "always"` is for.

~~~markdown bad 7
See [how to install it on Windows](#install).

## Install

On Linux, take the package.

## Install

On Windows, run the installer.
~~~

~~~markdown good
See [how to install it on Windows](#install-on-windows).

## Install on Linux

On Linux, take the package.

## Install on Windows

On Windows, run the installer.
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import Heading, Link
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.anchors import html_id_positions

_COMPONENT = re.compile(r"^[ \t]*<(?P<end>/?)[A-Z][\w.]*(?:[^<>{}]|\{[^{}]*\})*?(?P<empty>/?)>", re.MULTILINE)
_NOT_IN_ID = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: only where a link of the post points at the ambiguous id. `always`: each repeated heading."""
    siblings_only: bool = False
    """Allow the same text under different parent headings."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD024", "no-duplicate-heading"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    headings = post.headings
    if options.report == "broken" and len({one.plain for one in headings}) == len(headings):
        return
    targets = {link.target: link for link in post.links if link.target.startswith("#")}
    ids = dict(reversed([*html_id_positions(post)])) if targets else {}
    html = tuple(one.span for one in post.body.inlines if one.kind == "html")
    known: list[dict[str, Heading]] = [{}]
    containers: dict[int, int] = {}
    for heading in headings:
        if options.siblings_only:
            del known[heading.level :]
            known += [{} for _ in range(heading.level - len(known))]
        text = _without(post, heading.content, html)
        first = known[-1].setdefault(text, heading)
        if first is heading:
            continue
        link = _link(heading.plain, targets) if heading.level <= first.level else None  # a deeper one is not meant
        if link is not None and ids.get(link.target[1:], first.span.end) < first.span.start:
            link = None  # it leads to that element
        if link is not None and options.report == "broken":
            containers = containers or _containers(post)
            if containers[first.span.start] != containers[heading.span.start]:
                link = None  # a page may show but one of them
        if link is None and options.report == "broken":
            continue
        message = f"heading {quoted(heading.plain)} is on line {first.line}, too"
        if link is not None:
            message += f": the link {quoted(post.source[link.span])} leads to the first one"
        yield Finding(message, heading.span)


def _without(post: Post, span: Span, html: tuple[Span, ...]) -> str:
    """The text of a heading without its HTML tags."""
    text = post.source[span]
    if "<" not in text:
        return text.replace("\n", " ")
    for one in reversed(html[bisect_left(html, (span.start, 0)) : bisect_left(html, (span.end, span.end))]):
        text = text[: one.start - span.start] + text[one.end - span.start :]
    return text.replace("\n", " ")


def _containers(post: Post) -> dict[int, int]:
    """Where the innermost component around each heading begins, by the heading's start."""
    tags = deque(_COMPONENT.finditer(post.text))
    found, around = {}, [0]
    for heading in post.headings:
        while tags and tags[0].start() < heading.span.start:
            tag = tags.popleft()
            if tag["empty"] or post.source.line_number(tag.start()) in post.code_lines:
                continue
            if not tag["end"]:
                around.append(tag.start())
            elif len(around) > 1:
                around.pop()
        found[heading.span.start] = around[-1]
    return found


def _link(plain: str, targets: dict[str, Link]) -> Link | None:
    """The link to the id that headings of this text share, if the post links none of them by its number."""
    name = "#" + _NOT_IN_ID.sub("", plain.lower()).replace(" ", "-")
    if name not in targets or any(f"{name}{joint}{number}" in targets for joint in "-_" for number in (1, 2)):
        return None
    return targets[name]
