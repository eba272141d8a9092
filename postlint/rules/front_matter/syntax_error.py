"""Front matter syntax error.

The generator then fails to build the site, or publishes the post without its title, date and tags. Common causes in
YAML are an unquoted string that contains a colon and a space, or begins with `@`, `*` or a backtick; a tab; a Markdown
link; a quote inside quotes. A template for new posts, with `{{ ... }}` in place of values, is not reported.

~~~markdown bad 2
---
title: Postgres: the good parts
---

Hello.
~~~

~~~markdown good
---
title: "Postgres: the good parts"
---

Hello.
~~~

~~~markdown bad 3
+++
title = "Tea"
tags = [tea, water]
+++

Hello.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import ERROR, RECOMMENDED, Finding, NoOptions, Post, post_rule


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for problem in post.front_matter_problems:
        if problem.kind == "syntax-error":
            yield Finding(problem.message, problem.span)
