"""Code is fenced here and indented there.

Indented code has no language, and a list above it may swallow it. One way throughout leaves no doubt.

~~~~markdown bad 7
```shell
make coffee
```

Then:

    drink coffee
~~~~

~~~~markdown good
```shell
make coffee
```

Then:

```shell
drink coffee
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.rule import STRICT, WARNING, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "fenced", "indented"] = "consistent"
    """How code is written; `consistent`: as the first block is."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD046", "code-block-style", "code/mixed-block-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    wanted: str = options.style
    for block in post.code_blocks:
        if block.kind == "template":
            continue
        if wanted == "consistent":
            wanted = block.kind
        if block.kind != wanted:
            yield Finding(f"{block.kind} code, expected it {wanted}", block.fence or block.span)
