"""A code fence is never closed.

All that follows, to the end of the post or of the list or quote, becomes code. A closing fence has at least as
many marks as the opening one, of the same kind, and nothing after them.

~~~~markdown bad 3
Install it:

```sh
pip install postlint

Then run it.
~~~~

~~~~markdown good
Install it:

```sh
pip install postlint
```

Then run it.
~~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import CodeBlock
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule

_FENCE_LINE = re.compile(r"^[ \t>]*(`{3,}|~{3,})[ \t]*(\S.*)?$", re.MULTILINE)


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for block in post.code_blocks:
        if block.kind != "fenced" or block.closing or block.fence is None or _closed_elsewhere(post, block):
            continue
        marks = post.source[block.fence]
        if post.generator.markdown.unclosed_fence_is_text:
            yield Finding(f"fence {marks} is never closed: it and its code are printed as text", block.fence)
        else:
            where = "the list or quote" if block.container else "the post"
            yield Finding(f"fence {marks} is never closed: the rest of {where} becomes code", block.fence)


def _closed_elsewhere(post: Post, block: CodeBlock) -> bool:
    """Whether a closing fence stands at another depth, where another Markdown parser finds it."""
    assert block.fence is not None
    marks = post.source[block.fence]
    for found in _FENCE_LINE.finditer(post.text, block.fence.end):
        beyond = found.start() >= block.span.end
        if beyond and "quote" in block.parents:
            return False
        if not found[2] and found[1].startswith(marks):
            return True
        if beyond:
            return False
    return False
