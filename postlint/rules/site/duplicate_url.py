"""Duplicate URL.

Two posts have the same URL: only one of the two pages is built, or the build fails. The same applies to a URL that
redirects to one post (`aliases`, `redirect_from`) and belongs to another post.

~~~markdown good generator=zola in content/blog/first.md
+++
title = "First"
+++
~~~

~~~markdown bad 3 generator=zola in content/blog/second.md
+++
title = "Second"
slug = "first"
+++
~~~

~~~markdown good generator=zola in content/blog/third.md
+++
title = "Third"
+++
~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, NoOptions, PostFacts, Site, SiteFinding, Span, site_rule
from postlint.generators.shared.paths import language_of

_START = Span(0, 0)


@site_rule(preset=RECOMMENDED, severity=ERROR, aliases=("site/duplicate-address",))
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    posts = [site.posts[path] for path in sorted(site.posts) if not site.posts[path].draft]
    owners: dict[tuple[str, str], PostFacts] = {}
    explicit: dict[tuple[str, str], PostFacts] = {}
    for post in posts:
        if post.url is None:
            continue
        first = owners.setdefault((post.site_root, _normalized(post.url)), post)
        if first is not post:
            message = f"same URL as {first.path}: only one of the two pages is built, or the build fails"
            yield SiteFinding(post.path, message, post.url_span)
        elif post.url_span != _START:
            # The site's settings may build other URLs in another way.
            explicit[post.site_root, _normalized(post.url)] = post
    redirects: dict[tuple[str, str, str], PostFacts] = {}
    for post in posts:
        for alias, span in post.aliases:
            if not alias.startswith("/") and not site.generator_of(post).urls.relative_aliases:
                continue
            url = _normalized(alias)
            # Each language of a site may have its own URL before those of its posts.
            other = explicit.get((post.site_root, url)) or redirects.setdefault(
                (post.site_root, language_of(post.site_path), url), post
            )
            if other is not post:
                yield SiteFinding(
                    post.path, f"redirect from {quoted(alias)}, which is also a URL of {other.path}", span
                )


def _normalized(url: str) -> str:
    return "/" + url.strip("/")
