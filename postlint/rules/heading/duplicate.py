"""Duplicate heading.

Each heading gets an id from its text. If two headings have the same text, a link to that id leads to the first one,
whichever was meant. Without such a link the page works, but readers of the outline cannot tell the headings apart;
`report = "always"` also reports these.

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

from postlint.core.body import Heading, Link
from postlint.core.messages import backticked, quoted
from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, ReportOptions, Span, post_rule
from postlint.helpers.anchors import html_id_positions
from postlint.helpers.html import without_spans
from postlint.helpers.spans import inline_spans

_COMPONENT_TAG = re.compile(
    r"^[ \t]*<(?P<close>/?)[A-Z][\w.]*(?:[^<>{}]|\{[^{}]*\})*?(?P<self_closing>/?)>", re.MULTILINE
)
_NOT_IN_ID = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
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
    if options.report == "broken" and len({heading.plain for heading in headings}) == len(headings):
        return
    targets = {link.target: link for link in post.links if link.target.startswith("#")}
    ids = dict(reversed([*html_id_positions(post)])) if targets else {}
    html = inline_spans(post, "html")
    seen: list[dict[str, Heading]] = [{}]
    components: dict[int, int] = {}
    for heading in headings:
        if options.siblings_only:
            del seen[heading.level :]
            seen += [{} for _ in range(heading.level - len(seen))]
        text = _without_tags(post, heading.content, html)
        first = seen[-1].setdefault(text, heading)
        if first is heading:
            continue
        # A link is not meant for a heading that is deeper than the first one.
        link = _ambiguous_link(heading.plain, targets) if heading.level <= first.level else None
        if link is not None and ids.get(link.target[1:], first.span.end) < first.span.start:
            link = None  # it leads to an HTML element above both
        if link is not None and options.report == "broken":
            components = components or _components(post)
            if components[first.span.start] != components[heading.span.start]:
                link = None  # the page may show only one of them
        if link is None and options.report == "broken":
            continue
        message = f"duplicate heading {quoted(heading.plain)}, first on line {first.line}"
        if link is not None:
            message += f"; the link {backticked(post.source[link.span])} leads to the first one"
        yield Finding(message, heading.span)


def _without_tags(post: Post, span: Span, html: list[Span]) -> str:
    """The text of a heading without its HTML tags, on one line."""
    text = post.source[span]
    if "<" in text:
        tags = html[bisect_left(html, (span.start, 0)) : bisect_left(html, (span.end, span.end))]
        text = without_spans(text, span.start, tags)
    return text.replace("\n", " ")


def _components(post: Post) -> dict[int, int]:
    """Offsets of headings -> the offset of the innermost component (MDX) around each; 0 if there is none."""
    tags = deque(_COMPONENT_TAG.finditer(post.text))
    components, around = {}, [0]
    for heading in post.headings:
        while tags and tags[0].start() < heading.span.start:
            tag = tags.popleft()
            if tag["self_closing"] or post.source.line_number(tag.start()) in post.code_lines:
                continue
            if not tag["close"]:
                around.append(tag.start())
            elif len(around) > 1:
                around.pop()
        components[heading.span.start] = around[-1]
    return components


def _ambiguous_link(plain: str, targets: dict[str, Link]) -> Link | None:
    """The link to the id that headings with this text share, unless the post also links to one with a number."""
    target = "#" + _NOT_IN_ID.sub("", plain.lower()).replace(" ", "-")
    if target not in targets or any(
        f"{target}{separator}{number}" in targets for separator in "-_" for number in (1, 2)
    ):
        return None
    return targets[target]
