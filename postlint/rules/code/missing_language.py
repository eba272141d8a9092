"""A code fence names no language.

The page shows such a block without colours, and tools cannot tell what it holds. Where there is nothing to colour,
say so: `text`.

~~~~markdown bad 1
```
pip install postlint
```
~~~~

~~~~markdown good
```sh
pip install postlint
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.code.languages import read_info
from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    allowed_languages: tuple[str, ...] = ()
    """The only languages that a fence may name, in upper and lower case as here; empty: any."""
    language_only: bool = False
    """Refuse an info string that holds more than the language."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD040", "fenced-code-language"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None:
            continue
        tag = read_info(block.info)
        if tag.kind in ("none", "attributes"):
            yield Finding("fence without a language, expected one such as `text`", block.fence)
        elif options.allowed_languages:
            written = block.info[tag.start : tag.end] or block.info
            if written not in options.allowed_languages:
                yield Finding(f"language {quoted(written)} is not one of those allowed", block.fence)
        if options.language_only and block.info and tag.end - tag.start != len(block.info):
            yield Finding("info string holds more than the language", block.fence)
