"""Unclosed front matter.

Without a closing fence, the block is not front matter: Jekyll renders it as text, Hugo and Zola fail to build the
site. The closing fence is the same as the opening one and is alone on its line.

~~~markdown bad 1 generator=jekyll
---
title: Tea in five minutes
date: 2024-03-01

Boil the water first.
~~~

~~~markdown good generator=jekyll
---
title: Tea in five minutes
date: 2024-03-01
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for problem in post.front_matter_problems:
        if problem.kind == "unclosed":
            yield Finding(problem.message, problem.span)
