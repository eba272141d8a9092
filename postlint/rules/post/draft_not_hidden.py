"""A post is marked as a draft, and the generator publishes it all the same.

Each generator hides posts in its own way and ignores the others': `draft: true` means nothing to Jekyll, which wants
`published: false` or the folder `_drafts`, and `published: "false"` in quotes is a text that hides nothing.

~~~markdown bad 3 generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
draft: true
---

Boil the water first.
~~~

~~~markdown good generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
published: false
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or post.generator.is_partial(post.site_path):
        return
    found = post.generator.published_draft(
        post.site_path, front_matter.data, lambda key: post.source[front_matter.span_of((key,))]
    )
    if found:
        yield Finding(found.message, front_matter.span_of((found.key,)), severity=found.severity)
