"""Link without a URL.

`[text]()` leads back to the page that the reader is on. Usually the URL was meant to be added later. The placeholder
`#` does the same; set `placeholder` to report it.

~~~markdown bad 1
Ask [the maintainers]() for help.
~~~

~~~markdown good
Ask [the maintainers](https://example.org/people) for help, or [go to the top](#).
~~~

An empty link followed by an attribute list defines an anchor in generators that read such lists.

~~~markdown good
[](){#old-name}

## New name
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Link
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    placeholder: bool = False
    """Also report `(#)`."""
    anchors: bool = True
    """Allow `[](){#id}`, which defines an anchor."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD042", "no-empty-links"),
    strict={"placeholder": True},
    markdownlint={"placeholder": True, "anchors": False},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for link in post.links:
        target = link.target.strip()
        if target and not (target == "#" and options.placeholder):
            continue
        if options.anchors and post.text.startswith("{", link.span.end):
            continue
        if target:
            yield Finding(f"{_description(link)} leads to the placeholder `#`, expected a URL", link.span)
        elif link.kind == "inline":
            yield Finding(f"{_description(link)} has no URL, expected one in the parentheses", link.span)


def _description(link: Link) -> str:
    text = " ".join(link.plain.split())
    return f"link {quoted(text)}" if text else "link without text"
