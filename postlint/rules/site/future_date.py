"""A post is dated after today.

Jekyll and Hugo leave such a post out until that day and a new build, without a word; others publish it with a day that
has not come. Drafts are not reported. Today is `SOURCE_DATE_EPOCH` where that is set.

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
from postlint.generators import get_generator


@site_rule(preset=OPT_IN, severity=WARNING)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for post in site.posts.values():
        if post.day and post.day > site.today and not post.draft:
            generator = get_generator(post.generator)
            until = f": until then {generator.title} leaves it out" if generator.skips_future else ""
            yield SiteFinding(post.path, f"dated {post.day}, after today ({site.today}){until}", post.day_span)
