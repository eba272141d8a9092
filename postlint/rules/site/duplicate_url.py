"""Two posts have one address.

Only one of the two pages is built, or the build stops. The same goes for an address that redirects to one post
(`aliases`, `redirect_from`) and is another's.

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
from postlint.generators.shared.paths import is_language, stem, without_language

_START = Span(0, 0)


@site_rule(preset=RECOMMENDED, severity=ERROR, aliases=("site/duplicate-address",))
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    posts = [site.posts[path] for path in sorted(site.posts) if not site.posts[path].draft]
    owners: dict[tuple[str, str], PostFacts] = {}
    given: dict[tuple[str, str], PostFacts] = {}
    for post in posts:
        if post.url is None:
            continue
        first = owners.setdefault((post.site_root, _plain(post.url)), post)
        if first is not post:
            message = f"the same address as {first.path} has: only one of the two pages is built, if any"
            yield SiteFinding(post.path, message, post.url_span)
        elif post.url_span != _START:
            # Other URLs may be put together in another way by the site's configuration.
            given[post.site_root, _plain(post.url)] = post
    redirects: dict[tuple[str, str, str], PostFacts] = {}
    for post in posts:
        for alias, span in post.aliases:
            if not alias.startswith("/") and post.generator != "zola":
                continue
            plain = _plain(alias)
            other = given.get((post.site_root, plain)) or redirects.setdefault(
                (post.site_root, _language(post), plain), post
            )
            if other is not post:
                yield SiteFinding(post.path, f"the address {quoted(alias)} is also that of {other.path}", span)


def _plain(url: str) -> str:
    return "/" + url.strip("/")


def _language(post: PostFacts) -> str:
    """Each language of a site may have an address of its own before those of its posts."""
    folders, _, name = post.site_path.rpartition("/")
    parts = folders.split("/")
    folder = parts[1] if len(parts) > 1 and parts[0] == "content" and is_language(parts[1]) else ""
    return without_language(stem(name))[1] or folder
