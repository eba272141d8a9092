"""Inconsistent code block style.

Indented code has no language, and below a list it may become part of the list. Use one style in the whole post.

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
    """The style of code blocks; `consistent`: that of the first one."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD046", "code-block-style", "code/mixed-block-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    expected: str = options.style
    for block in post.code_blocks:
        if block.kind == "template":
            continue
        if expected == "consistent":
            expected = block.kind
        if block.kind != expected:
            yield Finding(f"{block.kind} code block, expected {expected}", block.fence or block.span)
