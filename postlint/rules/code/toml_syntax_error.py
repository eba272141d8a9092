"""TOML syntax error in a code block.

Readers who copy the code get an error. Front matter with its page, elisions, empty values (`date =`) and multiple files
in one block are allowed.

~~~~markdown bad 3
```toml
[params]
title = "Setup
```
~~~~

~~~~markdown good
```toml
[params]
title = "Setup"
author =
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.code.blocks import data_problems
from postlint.code.data_formats.toml_blocks import toml_problem
from postlint.core.rule import STRICT, WARNING, Finding, NoOptions, Post, post_rule

_TAGS = frozenset({"toml"})


@post_rule(preset=STRICT, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for span, problem in data_problems(post, _TAGS, toml_problem):
        yield Finding(problem.message, span)
