"""Unclosed code fence.

Everything below it, to the end of the post, list item or quote, becomes code. A closing fence consists of the same
character as the opening fence, is at least as long, and has nothing after it.

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
from postlint.core.messages import backticked
from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule

_FENCE_LINE = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>\S.*)?$", re.MULTILINE)


@post_rule(preset=RECOMMENDED, severity=ERROR)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if post.generator.markdown.fences_pair_up and _all_paired(post):
        return
    for block in post.code_blocks:
        if block.kind != "fenced" or block.closing or block.fence is None or _closed_elsewhere(post, block):
            continue
        message = f"code fence {backticked(post.source[block.fence])} is never closed"
        if post.generator.markdown.unclosed_fence_is_text:
            yield Finding(f"{message}: it and its code are rendered as text", block.fence)
        else:
            container = "the list or quote" if block.container else "the post"
            yield Finding(f"{message}: the rest of {container} becomes code", block.fence)


def _all_paired(post: Post) -> bool:
    """Whether each opening fence is followed by a closing one, whatever the lists and quotes around them."""
    opening: str | None = None
    for match in _FENCE_LINE.finditer(post.text, post.body_start):
        if opening is None:
            opening = match["fence"]
        elif not match["info"] and match["fence"].startswith(opening):
            opening = None
    return opening is None


def _closed_elsewhere(post: Post, block: CodeBlock) -> bool:
    """Whether there is a closing fence at another depth, where another Markdown parser reads it."""
    assert block.fence is not None
    fence = post.source[block.fence]
    for match in _FENCE_LINE.finditer(post.text, block.fence.end):
        is_below = match.start() >= block.span.end
        if is_below and "quote" in block.parents:
            return False
        if not match["info"] and match["fence"].startswith(fence):
            return True
        if is_below:
            return False
    return False
