"""Date in the future.

A post is dated after today. Jekyll and Hugo silently skip it until a build on or after that day; other generators
publish it with a date in the future. Drafts are not reported. `SOURCE_DATE_EPOCH`, if set, replaces today.

~~~markdown bad 3 generator=jekyll in _posts/2026-03-01-tea.md
---
title: Tea in five minutes
date: 2026-03-01 10:00:00 +0100
---

Boil the water first.
~~~

~~~markdown good generator=jekyll in _posts/2026-01-31-water.md
---
title: Water
---

Boil it first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.rule import OPT_IN, WARNING, NoOptions, Site, SiteFinding, site_rule


@site_rule(preset=OPT_IN, severity=WARNING)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for post in site.posts.values():
        if post.day and post.day > site.today and not post.draft:
            generator = site.generator_of(post)
            outcome = f": {generator.title} does not publish it until then" if generator.dates.skips_future else ""
            message = f"date {post.day} is in the future, today is {site.today}{outcome}"
            yield SiteFinding(post.path, message, post.day_span)
