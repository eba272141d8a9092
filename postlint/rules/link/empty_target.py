"""A link has no address.

`[text]()` was to be filled in later: it leads back to the page that the reader is on.
The placeholder `#` does the same; with `placeholder` it is reported too.

~~~markdown bad 1
Ask [the maintainers]() for help.
~~~

~~~markdown good
Ask [the maintainers](https://example.org/people) for help, or [go to the top](#).
~~~

An empty link that an attribute list follows makes an anchor, where the generator reads such lists.

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
    """Report `(#)` too."""
    anchors: bool = True
    """Let `[](){#id}` be, which makes an anchor."""


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
            yield Finding(f"the address of {_named(link)} is only the placeholder '#', expected a real one", link.span)
        elif link.kind == "inline":
            yield Finding(f"{_named(link)} has no address, expected one in the parentheses", link.span)


def _named(link: Link) -> str:
    text = " ".join(link.plain.split())
    return f"the link {quoted(text)}" if text else "a link without text"
