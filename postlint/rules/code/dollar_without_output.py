"""Dollar sign before commands without output.

The dollar sign tells commands from their output. Without output it is only in the way of readers who copy the commands.

~~~~markdown bad 2 3
```shell
$ git add post.md
$ git commit
```
~~~~

~~~~markdown fixed
```shell
git add post.md
git commit
```
~~~~

~~~~markdown good
```shell
git add post.md
git commit
```

```shell
$ git branch
* main
```
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_COMMAND = re.compile(r"\s*(\$\s+)")


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD014", "commands-show-output"), changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for block in post.code_blocks:
        if not block.code.lstrip().startswith("$"):
            continue
        lines = [(at, line) for at, line in zip(block.offsets, block.code.split("\n"), strict=False) if line]
        commands = [(at, _COMMAND.match(line)) for at, line in lines]
        if not all(match for _, match in commands):
            continue
        for at, match in commands:
            if match:
                span = Span(at + match.start(1), at + match.end(1))
                fix = Fix("Remove the dollar sign", (Edit(span, ""),))
                yield Finding("`$` before a command without output", span, fix)
