"""Inconsistent code fence style.

Backticks and tildes mean the same. One style in the whole post is easier to read and to search for.

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

_CHARACTERS = {"backtick": "`", "tilde": "~"}
_NAMES = {character: name for name, character in _CHARACTERS.items()}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "backtick", "tilde"] = "consistent"
    """The character of code fences; `consistent`: that of the first one."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD048", "code-fence-style", "code/mixed-fence-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    expected: str = options.style
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None:
            continue
        actual = _NAMES[post.text[block.fence.start]]
        if expected == "consistent":
            expected = actual
        if actual != expected:
            yield Finding(f"code fence of {actual}s, expected {expected}s", block.fence, _fix(block, expected))


def _fix(block: CodeBlock, expected: str) -> Fix | None:
    character = _CHARACTERS[expected]
    if character in block.info or character * 3 in block.code:
        return None
    spans = [span for span in (block.fence, block.closing) if span]
    return Fix(f"Replace with {expected}s", tuple(Edit(span, character * (span.end - span.start)) for span in spans))
