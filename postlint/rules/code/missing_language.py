"""Code fence without a language.

The page shows such a block without colors, and tools cannot tell what it contains. Use `text` if there is nothing to
highlight.

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
    """The only languages allowed, case-sensitive; empty: any language."""
    language_only: bool = False
    """Also report info strings that contain more than the language."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD040", "fenced-code-language"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    for block in post.code_blocks:
        if block.kind != "fenced" or block.fence is None:
            continue
        tag = read_info(block.info)
        if tag.kind in ("none", "attributes"):
            yield Finding("code fence without a language, expected one such as `text`", block.fence)
        elif options.allowed_languages:
            language = block.info[tag.start : tag.end] or block.info
            if language not in options.allowed_languages:
                yield Finding(f"language {quoted(language)} is not in `allowed-languages`", block.fence)
        if options.language_only and block.info and tag.end - tag.start != len(block.info):
            yield Finding(f"info string {quoted(block.info)}, expected only the language", block.fence)
