"""YAML syntax error in a code block.

Readers who copy the code get an error. Templates, elisions, captions, front matter with its page, and excerpts from
multiple depths are allowed.

~~~~markdown bad 3
```yaml
title: Setup
author: @ada
```
~~~~

~~~~markdown good
```yaml
title: Setup
author: "@ada"
...
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.code.blocks import data_problems
from postlint.code.data_formats.yaml_blocks import yaml_problem
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule

_TAGS = frozenset({"yaml", "yml"})


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for span, problem in data_problems(post, _TAGS, yaml_problem):
        yield Finding(problem.message, span)
