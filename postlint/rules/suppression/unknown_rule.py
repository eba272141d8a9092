"""Unknown rule in a comment that disables or enables rules.

The comment has no effect, and the finding that it was meant for is still reported.

~~~markdown bad 1
<!-- postlint-disable heading/duplicat -->

## Setup
~~~

~~~markdown good
<!-- postlint-disable heading/duplicate -->

## Setup
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.events import CommentUse
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Finding, engine_rule


@engine_rule(preset=RECOMMENDED, severity=WARNING)
def check(use: CommentUse) -> Iterator[Finding]:
    if use.comment.markdownlint:
        return  # the name may be that of a custom markdownlint rule
    for index, suggestion in zip(use.unknown, use.suggestions, strict=True):
        hint = f", did you mean {quoted(suggestion)}?" if suggestion else ""
        yield Finding(f"unknown rule {quoted(use.comment.names[index])}{hint}", use.comment.name_spans[index])
