"""A comment that switches a rule off silences nothing.

What it once allowed is gone, or it never stood at the right line. It hides the next fault.

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
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, engine_rule


@engine_rule(preset=STRICT, severity=WARNING)
def check(use: CommentUse, options: NoOptions) -> Iterator[Finding]:
    if use.unused:
        names = ", ".join(use.comment.names) or "anything"
        yield Finding(f"this comment does not silence {names}: nothing is reported there", use.comment.span)
