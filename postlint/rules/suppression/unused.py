"""Unused suppression.

What the comment once allowed has been removed, or the comment was never at the right line. It hides the next fault.

~~~markdown bad 1
<!-- postlint-disable-next-line heading/empty -->
## Setup
~~~

~~~markdown good
<!-- postlint-disable-next-line heading/empty -->
##
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import CommentUse
from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, engine_rule


@engine_rule(preset=STRICT, severity=WARNING)
def check(use: CommentUse) -> Iterator[Finding]:
    if use.unused:
        names = ", ".join(map(quoted, use.comment.names)) or "all rules"
        yield Finding(f"unused suppression of {names}", use.comment.span)
