"""A line of code is too long.

Themes do not wrap code: readers scroll sideways, and on paper the rest of the line is lost.

~~~toml options
line-length = 40
~~~

~~~~markdown bad 2
```python
print("one", "two", "three", "four", "five")
print("six")
```
~~~~

~~~~markdown good
```python
print("one", "two", "three")
```
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    line_length: int = 100
    """How many characters a line of code may have."""
    languages: tuple[str, ...] = ()
    """Only code in these languages; none: all of it."""
    unbreakable: bool = False
    """Report lines, too, that have no space to break them at beyond that length."""

    def __post_init__(self) -> None:
        if self.line_length < 1:
            raise ValueError(f"line-length is {self.line_length}, expected at least 1")


@post_rule(preset=OPT_IN, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    limit = options.line_length
    languages = {one.lower() for one in options.languages}
    for block in post.code_blocks:
        if languages and (block.info.lower().split() or [""])[0].strip("{}.") not in languages:
            continue
        line, before = 1, 0
        for found in _longer(limit).finditer(block.code):
            line += block.code.count("\n", before, found.start())
            before = found.start()
            if options.unbreakable or " " in found[0].strip()[limit // 2 :]:
                start = block.offsets[line - 1]
                message = f"{len(found[0])} characters on a line of code, expected at most {limit}"
                yield Finding(message, Span(start + limit, start + len(found[0])))


@cache
def _longer(limit: int) -> re.Pattern[str]:
    return re.compile(rf"^.{{{limit + 1},}}$", re.MULTILINE)
