"""JSON syntax error in a code block.

Readers who copy the code get an error. Comments, trailing commas, multiple documents, members without braces,
elisions, placeholders and excerpts that end early are allowed; only what no dialect of JSON allows is reported.

~~~~markdown bad 3
```json
{
  "name": "postlint"
  "version": 1
}
```
~~~~

~~~~markdown good
```json
{
  "name": "postlint", // comments, elisions and trailing commas are fine
  "version": 1,
  ...
}
```
~~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.code.blocks import data_problems
from postlint.code.data_formats.json_blocks import json_problem
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule

_TAGS = frozenset({"json", "jsonc", "json5", "jsonl", "ndjson"})


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for span, problem in data_problems(post, _TAGS, json_problem):
        yield Finding(problem.message, span)
