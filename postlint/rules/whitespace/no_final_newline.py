"""No newline at the end of the file.

Tools that read line by line may miss the last line, and a diff shows it as changed when a line is added below.

~~~markdown bad 1 unended
Boil the water.
~~~

~~~markdown fixed
Boil the water.
~~~

~~~markdown good
Boil the water.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.helpers.lines import is_blank


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD047", "single-trailing-newline"), beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    end = len(text)
    if text.endswith("\n") or post.body_start >= end or is_blank(post, len(post.source.line_starts)):
        return
    fix = Fix("Add a final newline", (Edit(Span(end, end), "\n"),))
    yield Finding("no newline at the end of the file, expected one", Span(end - 1, end), fix)
