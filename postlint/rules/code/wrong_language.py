"""Code block tagged as Python that is something else.

Shell commands, tracebacks, program output, Python 2 or Cython tagged as `python` are highlighted wrongly, and readers
who copy them into an interpreter get an error.

~~~~markdown bad 1
```python
pip install postlint
```
~~~~

~~~~markdown fixed
```sh
pip install postlint
```
~~~~

~~~~markdown bad 1
```python
Enter your name: Ada
Hello, Ada, nice to meet you!
```
~~~~

~~~~markdown good
```text
Enter your name: Ada
Hello, Ada, nice to meet you!
```
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postlint.code.blocks import python_verdicts
from postlint.code.languages import read_info
from postlint.core.body import CodeBlock
from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

if TYPE_CHECKING:
    from postlint.code.python import Verdict


# Code annotations of MkDocs Material need a language that has comments.
_ANNOTATION = re.compile(r"#[ \t]*\(\d+\)!?[ \t]*$", re.MULTILINE)


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for block, verdict in python_verdicts(post):
        if verdict.kind != "mislabeled" or (verdict.language == "text" and _ANNOTATION.search(block.code)):
            continue
        tag = read_info(block.info)
        expected = quoted(verdict.language) + (" or its own language" if verdict.language == "text" else "")
        message = f"tagged {quoted(tag.language)}, but {verdict.message}, expected {expected}"
        span = _tag_span(block)
        yield Finding(message, span, _fix(block, verdict, span))


def _tag_span(block: CodeBlock) -> Span:
    tag = read_info(block.info)
    if block.info_span is None:
        return block.span
    return Span(block.info_span.start + tag.start, block.info_span.start + tag.end)


def _fix(block: CodeBlock, verdict: Verdict, tag: Span) -> Fix | None:
    if not verdict.certain or block.kind != "fenced" or block.info.startswith("{"):
        return None
    return Fix(f"Change to {quoted(verdict.language)}", (Edit(tag, verdict.language),), safe=False)
