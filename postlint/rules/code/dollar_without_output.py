"""Commands have a dollar sign before them, and no output is shown.

The dollar tells commands from what they print. Where nothing is printed it only stands in the way of copying.

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
        found = [(at, _COMMAND.match(line)) for at, line in lines]
        if not all(match for _, match in found):
            continue
        for at, match in found:
            if match:
                span = Span(at + match.start(1), at + match.end(1))
                fix = Fix("Remove the dollar sign", (Edit(span, ""),))
                yield Finding("`$` before a command whose output is not shown", span, fix)
