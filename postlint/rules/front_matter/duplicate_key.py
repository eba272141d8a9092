"""A key stands twice in the front matter.

Jekyll and other readers of YAML silently keep the last one; Hugo and Zola fail to build the site. Keys inside maps
and lists of maps count, too, each for its own map.

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


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for problem in post.front_matter_problems:
        if problem.kind == "duplicate-key" and not post.generator.sources.is_partial(post.site_path):
            yield Finding(problem.message, problem.span)
