"""Missing file in front matter.

The front matter names a file that does not exist. The built-in schemas know the keys of images; a schema of your own
marks such a value, or a list of them, with `"x-postlint": "file"`. A file exists if it is anywhere that the generator
or a theme may look for it: beside the post, in a folder with the post's name, at the root of the site or in a static
folder. A bare name is checked only in a post that is the `index` of a folder, since themes have their own folders for
the others.

~~~markdown bad 3 generator=hugo in content/posts/tea/index.md
---
title: Tea in five minutes
images: [cover.png]
---

Boil the water first.
~~~

~~~markdown good generator=hugo in content/posts/water/index.md
---
title: Water
images: [https://example.org/cover.png, index.md]
---

Boil it first.
~~~
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, NoOptions, PostFacts, Site, SiteFinding, site_rule

# Not a URL, a template, a pattern or an alias of a bundler.
_FILE = re.compile(r"(?![\w+.-]*:|//|[~@#])[^{}<>*?#|\n]*[^\s{}<>*?#|/]\.\w{2,5}\Z")


@site_rule(preset=RECOMMENDED, severity=WARNING)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for post in site.posts.values():
        sources = site.generator_of(post).sources
        static = sources.static_folders
        if post.files and static is not None and not sources.is_partial(post.site_path):
            for file in post.files:
                paths = list(_paths(post, static, file.target)) if _FILE.match(file.target) else []
                if not paths or any(map(site.exists, paths)) or _from_elsewhere(site, post, static, file.target):
                    continue
                yield SiteFinding(post.path, f"missing file {quoted(file.target)}, expected {paths[0]}", file.span)


def _paths(post: PostFacts, static_folders: tuple[str, ...], target: str) -> Iterator[str]:
    """The paths that the file may have, the most likely first; empty if only a theme can know."""
    folder, name = posixpath.split(post.path)
    is_rooted, path = target.startswith("/"), posixpath.normpath(target).lstrip("/")
    if "/" not in target and name.partition(".")[0] != "index":
        return
    beside = (posixpath.normpath(posixpath.join(folder, path)), posixpath.join(folder, name.partition(".")[0], path))
    below = [posixpath.normpath(f"{post.site_root}{static}{path}") for static in static_folders]
    yield from (*below, *beside) if is_rooted else (*beside, *below)
    while len(folder) > len(post.site_root):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, path)
    if is_rooted and "/" in path:  # the first segment may be the path of the URL of the site
        yield from (f"{post.site_root}{static}{path.partition('/')[2]}" for static in static_folders)


def _from_elsewhere(site: Site, post: PostFacts, static_folders: tuple[str, ...], target: str) -> bool:
    """Whether the path begins with a folder that does not exist anywhere in this tree: a theme or the build adds it."""
    first, slash, _ = target.lstrip("./").partition("/")
    folder = posixpath.dirname(post.path)
    tops = [folder, *(post.site_root + static for static in static_folders)]
    return bool(slash) and not any(site.exists(posixpath.join(top, first)) for top in tops)
