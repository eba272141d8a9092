"""Published draft.

A post is marked as a draft, but the generator publishes it. Each generator hides posts in its own way: `draft: true`
has no effect in Jekyll, which expects `published: false` or the folder `_drafts`, and `published: "false"` in quotes is
a string that does not hide anything.

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


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    draft = post.generator.front_matter.published_draft(
        post.site_path, front_matter.data, lambda key: post.source[front_matter.span_of((key,))]
    )
    if draft:
        yield Finding(draft.message, front_matter.span_of((draft.key,)), severity=draft.severity)
