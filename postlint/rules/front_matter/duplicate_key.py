"""Duplicate front matter key.

Jekyll and other readers of YAML silently keep the last value; Hugo and Zola fail to build the site. Nested mappings
are also checked, each on its own.

~~~markdown bad 4 generator=jekyll
---
title: Tea in five minutes
tags: [tea]
tags: [water]
---

Boil the water first.
~~~

~~~markdown good generator=jekyll
---
title: Tea in five minutes
tags: [tea, water]
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
        if problem.kind == "duplicate-key":
            yield Finding(problem.message, problem.span)
