"""Missing alternative text for an image.

Without it, screen readers read the file name aloud, or nothing. Describe what the image shows. In HTML, `alt=""`
marks an image as decorative and is accepted; so is an alternative text in an attribute list (`{fig-alt="..."}`).

~~~markdown bad 1 3
![](growth.png)

<img src="growth.png">
~~~

~~~markdown good
![Memory use grows with each call](growth.png)

![](growth.png){fig-alt="Memory use grows with each call"}

<img src="growth.png" alt="Memory use grows with each call">
<img src="ornament.png" alt="">
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, post_rule

_ATTRIBUTE_ALT = re.compile(r"\{:?[^}\n]*\b(?:alt|aria-label)\s*=|\{:?[^}\n]*(?:presentation|aria-hidden|decorative)")
_HIDDEN = re.compile(r"\saria-hidden\s*=\s*['\"]?true|\srole\s*=\s*['\"]?(?:presentation|none)\b", re.IGNORECASE)
_ARIA_HIDDEN = re.compile(r"\saria-hidden\s*=\s*['\"]?true(?=['\"\s>])", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    attributes: bool = True
    """Also accept alternative text in an attribute list after the image, `role="presentation"` and a bare `alt`."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD045", "no-alt-text"),
    markdownlint={"attributes": False},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.text
    for image in post.images:
        start, end = image.span
        if image.kind != "html":
            if text[start + 2] != "]" or (options.attributes and _ATTRIBUTE_ALT.match(text, end)):
                continue
            if options.attributes and image.target[:1] == "#":  # MyST embeds the content that has this label.
                continue
        elif options.attributes:
            if image.alt is not None or _HIDDEN.search(text, start, end) or post.masked(image.span):
                continue
        elif _ALT.search(text, start, end) or _ARIA_HIDDEN.search(text, start, end):
            continue
        target = " ".join(image.target.split())
        expected = '`alt="..."`' if image.kind == "html" else "`![description](...)`"
        yield Finding(f"image {quoted(target)} has no alternative text, expected {expected}", image.span)
