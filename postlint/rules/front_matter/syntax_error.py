"""Front matter does not parse.

A generator then fails to build the site, or publishes the post without its title, date and tags. The usual causes
in YAML: a colon and a space in a text without quotes, a tab, a text that begins with `@`, `*` or a backtick, a
Markdown link, a quote inside quotes. A template with `{{ ... }}` in place of values is no post yet and not reported.

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


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    for problem in post.front_matter_problems:
        if problem.kind == "syntax-error" and not post.generator.sources.is_partial(post.site_path):
            yield Finding(problem.message, problem.span)
