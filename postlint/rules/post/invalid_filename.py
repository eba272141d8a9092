"""The generator ignores or refuses a file of this name.

Jekyll publishes from `_posts/` only what is named `YYYY-MM-DD-title.md`; any other file there is left out without a
word, and an impossible date stops the build. Zola refuses `_index.` inside the name of a page.

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
        # A date in the front matter takes the place of an impossible one in the name.
        saved = post.data.get("date") is not None and _DATED.match(post.site_path.rpartition("/")[2])
        yield Finding(problem, Span(0, 0), severity=WARNING if saved else None)
