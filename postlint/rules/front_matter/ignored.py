"""Ignored front matter.

The generator does not recognize a block as front matter, because there is a blank line above it, a fence has four
dashes, or the format is not supported. Its keys have no effect, and readers see them on the page.
Hugo and Zola accept blank lines above it.

~~~markdown bad 2 generator=jekyll

---
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown bad 1 generator=jekyll
+++
title = "Tea in five minutes"
+++

Boil the water first.
~~~

~~~markdown good generator=hugo
+++
title = "Tea in five minutes"
+++

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for problem in post.front_matter_problems:
        if problem.kind == "ignored":
            edits = tuple(Edit(span, "") for span in problem.removals)
            fix = Fix("Start and end the front matter with three dashes at the very top", edits) if edits else None
            # If the generator is unknown, this is what most of them do.
            severity = None if post.generator.is_known else WARNING
            yield Finding(problem.message, problem.span, fix, severity)
