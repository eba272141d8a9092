"""File name that the generator ignores or rejects.

In `_posts/`, Jekyll publishes only files named `YYYY-MM-DD-title.md`. It silently ignores others, and an impossible
date stops the build. Zola rejects `_index.` inside the name of a page.

~~~markdown bad 1 generator=jekyll in _posts/tea-in-five-minutes.md
---
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown good generator=jekyll in _posts/2024-01-20-tea-in-five-minutes.md
---
title: Tea in five minutes
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, NoOptions, Post, Span, post_rule

_DATED = re.compile(r"\d{2,4}-\d\d?-\d\d?-")


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    problem = post.generator.sources.file_name_problem(post.site_path)
    if problem is not None:
        # A date in the front matter overrides an impossible one in the name.
        overridden = post.data.get("date") is not None and _DATED.match(post.site_path.rpartition("/")[2])
        yield Finding(problem, Span(0, 0), severity=WARNING if overridden else None)
