"""Unclosed HTML element or comment.

After an unclosed `<!--`, `<script>` or `<textarea>` the rest of the page is gone; after `<details>` it is folded. Only
elements with such an effect are checked: browsers close a `<p>` or `<li>` by themselves.

~~~markdown bad 3
Brew it.

<details>
<summary>Why?</summary>

It is good.

## Next
~~~

~~~markdown good
Brew it.

<details>
<summary>Why?</summary>

It is good.

</details>

## Next
~~~

~~~markdown bad 3
Brew it.

<!-- more --

And drink it.
~~~
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, Span, post_rule
from postlint.helpers.spans import block_spans, inline_spans

# In lower case: a capitalized name is a component, or a type as in `Vec<Object>`.
_NAMES = "audio|button|details|iframe|noscript|object|pre|script|select|style|svg|table|template|textarea|title|video"
_CANDIDATE = re.compile(rf"<(?:!--|(?:{_NAMES})[\s>/])")
_TAG_START = re.compile(rf"<(/?)({_NAMES})(?=[\s>/])")
# A `<` ends a quoted value, so that the time is linear.
_TAG = re.compile(
    rf"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|<(?P<close>/)?(?P<name>{_NAMES})(?=[\s>/])(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>",
    re.DOTALL,
)
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe"})
"""Elements in which browsers do not read tags."""


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    first = _CANDIDATE.search(text, post.body_start)
    if first is None:
        return
    if text.rfind("<!--") > text.rfind("-->"):
        yield from _unclosed_comment(post)
    surplus: Counter[str] = Counter()
    for close, name in _TAG_START.findall(text, first.start()):
        surplus[name] += -1 if close else 1
    # A closing tag may be in text that was read as code; then nothing is certain.
    names = {name for name, count in surplus.items() if count > 0}
    if not names or any("else" in post.source[tag] for tag in post.masks):
        return
    spans = sorted([*block_spans(post, "html"), *inline_spans(post, "html")])
    for name, opening in _unclosed_elements(text, spans):
        if name in names:
            yield Finding(f"`<{name}>` is never closed and includes everything below it, expected `</{name}>`", opening)


def _unclosed_comment(post: Post) -> Iterator[Finding]:
    for block in post.body.blocks:
        start = block.span.start
        if block.kind == "html" and post.text.startswith("<!--", start) and post.text.find("-->", start + 4) < 0:
            message = "comment is never closed: the rest of the page is hidden, expected `-->`"
            yield Finding(message, Span(start, start + 4))
            return


def _unclosed_elements(text: str, spans: list[Span]) -> Iterator[tuple[str, Span]]:
    """The name and the opening tag of each element without a closing tag in some spans of HTML, which are in order."""
    opened: dict[str, list[Span]] = {}
    raw = ""
    for span in spans:
        for tag in _TAG.finditer(text, *span):
            name = tag["name"] or ""
            if not name or (raw and not (tag["close"] and name == raw)):
                continue
            if tag["close"]:
                if opened.get(name):
                    opened[name].pop()
                raw = ""
            elif not tag[0].endswith("/>"):
                opened.setdefault(name, []).append(Span(*tag.span()))
                raw = name if name in _RAW_TEXT else ""
    for name, unclosed in opened.items():
        for opening in unclosed:
            yield name, opening
