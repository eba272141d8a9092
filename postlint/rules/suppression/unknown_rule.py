"""A comment that switches rules off or on names a rule that there is not.

It does nothing, and the finding that it was meant for stays.

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
from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, engine_rule


@engine_rule(preset=RECOMMENDED, severity=WARNING)
def check(use: CommentUse, options: NoOptions) -> Iterator[Finding]:
    if use.comment.markdownlint:
        return  # it may be one of the reader's own markdownlint rules
    for index, suggestion in zip(use.unknown, use.suggestions, strict=True):
        ending = f", did you mean `{suggestion}`?" if suggestion else ""
        yield Finding(f"no rule is named {quoted(use.comment.names[index])}{ending}", use.comment.name_spans[index])
