"""Emphasis is written with asterisks here and with underscores there.

Both mean the same. One way throughout is easier to find, and to search for.

~~~markdown bad 1
Grind it *finely*, and _slowly_.
~~~

~~~markdown fixed
Grind it *finely*, and *slowly*.
~~~

~~~markdown good
Grind it *finely*, and *slowly*.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.rule import STRICT, WARNING, Finding, Post, post_rule
from postlint.helpers.emphasis import other_marker


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "asterisk", "underscore"] = "consistent"
    """What marks are made of; `consistent`: what the first one is."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD049", "emphasis-style", "emphasis/mixed-marker"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    return other_marker(post, "emphasis", options.style)
