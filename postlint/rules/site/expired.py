"""The day after which a post should no longer be published has come.

Hugo leaves the page out from its `expiryDate` on, and links to it break; where the site's own templates read such a
key (`expires`), it is time to look after the post.

~~~markdown bad 3 generator=hugo in content/posts/tea.md
---
title: Tea in five minutes
expiryDate: 2026-01-31
---

Boil the water first.
~~~

~~~markdown good generator=hugo in content/posts/water.md
---
title: Water
expiryDate: 2026-02-01
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
        if post.expires and post.expires <= site.today and not post.draft:
            gone = ": Hugo leaves it out" if post.generator == "hugo" else ""
            yield SiteFinding(post.path, f"expired on {post.expires}{gone}", post.expires_span)
