"""Long line of code.

Themes do not wrap code: readers have to scroll sideways, and in print the rest of the line is lost.

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
    """The maximum number of characters on a line of code."""
    languages: tuple[str, ...] = ()
    """Check only code in these languages; empty: all code."""
    unbreakable: bool = False
    """Also report lines without a space at which they could be broken."""

    def __post_init__(self) -> None:
        if self.line_length < 1:
            raise ValueError(f"`line-length` is {self.line_length}, expected at least 1")


@post_rule(preset=OPT_IN, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    limit = options.line_length
    languages = {language.lower() for language in options.languages}
    for block in post.code_blocks:
        if languages and (block.info.lower().split() or [""])[0].strip("{}.") not in languages:
            continue
        line, counted = 1, 0
        for match in _longer(limit).finditer(block.code):
            line += block.code.count("\n", counted, match.start())
            counted = match.start()
            if options.unbreakable or " " in match[0].strip()[limit // 2 :]:
                start = block.offsets[line - 1]
                message = f"line of code has {len(match[0])} characters, expected at most {limit}"
                yield Finding(message, Span(start + limit, start + len(match[0])))


@cache
def _longer(limit: int) -> re.Pattern[str]:
    return re.compile(rf"^.{{{limit + 1},}}$", re.MULTILINE)
