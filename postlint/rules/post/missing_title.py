"""Missing title.

The post has no title in the front matter, no level-1 heading, and the generator does not take a title from the file
name. Lists, feeds and search results then show an empty link.

~~~markdown bad 1 generator=hugo in content/posts/tea.md
---
date: 2024-01-20
---

Boil the water first.
~~~

~~~markdown good generator=hugo in content/posts/tea.md
---
title: Tea in five minutes
date: 2024-01-20
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, Span, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    generator = post.generator
    if generator.sources.title_from_file_name or not generator.front_matter.title_is_usual:
        return
    if not post.is_post or post.front_matter_problems:
        return
    if any(key.lower() == "title" and value not in (None, "") for key, value in post.data.items()):
        return
    if post.full_markdown and any(heading.level == 1 for heading in post.headings):
        return
    span = post.front_matter.opening if post.front_matter else Span(0, 0)
    yield Finding("post has no title, expected one in the front matter", span)
