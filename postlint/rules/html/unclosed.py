"""An HTML element or comment is left open and swallows what follows.

After `<!--`, `<script>` or `<textarea>` without an end the rest of the page is gone; after `<details>` it is folded
away. Only elements are looked at of which this is certain: browsers close a `<p>` or `<li>` by themselves.

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

# In lower case: with a capital it is a component, or a type as in Vec<Object>.
_NAMES = "audio|button|details|iframe|noscript|object|pre|script|select|style|svg|table|template|textarea|title|video"
_CANDIDATE = re.compile(rf"<(?:!--|(?:{_NAMES})[\s>/])")
_ENDS = re.compile(rf"<(/?)({_NAMES})(?=[\s>/])")
_TAG = re.compile(
    rf"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|<(?P<close>/)?(?P<name>{_NAMES})(?=[\s>/])(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>",
    re.DOTALL,
)
_RAW = frozenset({"script", "style", "textarea", "title", "iframe"})
"""Browsers read no tags in them."""


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    first = _CANDIDATE.search(text, post.body_start)
    if first is None:
        return
    if text.rfind("<!--") > text.rfind("-->"):
        yield from _comments(post)
    surplus: Counter[str] = Counter()
    for close, name in _ENDS.findall(text, first.start()):
        surplus[name] += -1 if close else 1
    # What closes an element may stand in what was read as code: then nothing is certain.
    names = {name for name, count in surplus.items() if count > 0}
    if not names or any("else" in post.source[tag] for tag in post.masks):
        return
    spans = [one.span for one in post.body.blocks if one.kind == "html"]
    spans += [one.span for one in post.body.inlines if one.kind == "html"]
    for name, opening in _left_open(text, sorted(spans)):
        if name in names:
            yield Finding(f"`<{name}>` is never closed and swallows what follows, expected `</{name}>`", opening)


def _comments(post: Post) -> Iterator[Finding]:
    for one in post.body.blocks:
        start = one.span.start
        if one.kind == "html" and post.text.startswith("<!--", start) and post.text.find("-->", start + 4) < 0:
            message = "comment is never closed: all that follows is hidden, expected `-->`"
            yield Finding(message, Span(start, start + 4))
            return


def _left_open(text: str, spans: list[Span]) -> Iterator[tuple[str, Span]]:
    open_: dict[str, list[Span]] = {}
    raw = ""
    for span in spans:
        for tag in _TAG.finditer(text, *span):
            name = tag["name"] or ""
            if not name or (raw and not (tag["close"] and name == raw)):
                continue
            if tag["close"]:
                if open_.get(name):
                    open_[name].pop()
                raw = ""
            elif not tag[0].endswith("/>"):
                open_.setdefault(name, []).append(Span(*tag.span()))
                raw = name if name in _RAW else ""
    for name, left in open_.items():
        for opening in left:
            yield name, opening
