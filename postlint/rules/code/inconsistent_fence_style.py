"""Code is fenced with backticks here and with tildes there.

Both mean the same. One way throughout is easier to find, and to search for.

~~~~markdown bad 5
```shell
make coffee
```

~~~shell
drink coffee
~~~
~~~~

~~~~markdown fixed
```shell
make coffee
```

```shell
drink coffee
```
~~~~

~~~~markdown good
```shell
make coffee
```

```shell
drink coffee
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import CodeBlock
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, post_rule

_MARKS = {"backtick": "`", "tilde": "~"}
_NAMES = {mark: name for name, mark in _MARKS.items()}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "backtick", "tilde"] = "consistent"
    """What fences are made of; `consistent`: what the first one is."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD048", "code-fence-style", "code/mixed-fence-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    wanted: str = options.style
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None:
            continue
        found = _NAMES[post.text[block.fence.start]]
        if wanted == "consistent":
            wanted = found
        if found != wanted:
            yield Finding(f"code fence of {found}s, expected {wanted}s", block.fence, _fix(block, wanted))


def _fix(block: CodeBlock, wanted: str) -> Fix | None:
    mark = _MARKS[wanted]
    if mark in block.info or mark * 3 in block.code:
        return None
    spans = [span for span in (block.fence, block.closing) if span]
    return Fix(f"Fence with {wanted}s", tuple(Edit(span, mark * (span.end - span.start)) for span in spans))
