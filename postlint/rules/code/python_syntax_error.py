"""Python syntax error in a code block.

Readers who copy the code get a `SyntaxError`. Sessions, magics, excerpts, elisions (`f(x, ...)`), placeholders and
errors on purpose are common in posts and are not reported. Syntax that is newer than your own Python is not an error
unless it is newer than `target-version`.

To keep a block that is wrong on purpose, mention the `SyntaxError` in the text next to it, comment the line with
`# invalid`, add `lint="skip"` or `test="skip"` to the info string, or put a comment such as
`<!-- skip: next -->` above the block.

~~~~markdown bad 2
```python
for name in names
    print(name)
```
~~~~

~~~~markdown good
```python
for name in names:
    print(name, ...)
```
~~~~

~~~toml options
target-version = "3.9"
~~~

~~~~markdown bad 2
```python
match command:
    case "quit":
        quit()
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.code.blocks import python_verdicts
from postlint.core.rule import ERROR, RECOMMENDED, Finding, Post, Span, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    target_version: Literal["", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"] = ""
    """Also report syntax that is newer than this version of Python, such as "3.9"; empty: any version."""


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    target = (3, int(options.target_version[2:])) if options.target_version else None
    for block, verdict in python_verdicts(post, target):
        if verdict.kind not in ("broken", "newer"):
            continue
        message = verdict.message
        if verdict.statement_line != verdict.line:
            message += f" (in the statement that begins on line {block.first_line + verdict.statement_line - 1})"
        start = block.offset_of(verdict.line, verdict.column)
        yield Finding(message, Span(start, min(start + 1, len(post.text))))
