"""Inconsistent emphasis delimiters.

Asterisks and underscores mean the same. One style in the whole post is easier to read and to search for.

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
from postlint.helpers.inconsistent_emphasis import inconsistent_delimiters


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "asterisk", "underscore"] = "consistent"
    """The character of the delimiters; `consistent`: that of the first ones."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD049", "emphasis-style", "emphasis/mixed-marker"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    return inconsistent_delimiters(post, "emphasis", options.style)
