"""The front matter names a file that is not there.

The built-in schemas know which keys name pictures; a schema of your own marks such a value, or a list of them, with
`"x-postlint": "file"`. A file counts as there where the generator or a theme may look for it: beside the post, in a
folder of the post's name, below the site's root and its static folders. A bare name is judged only in a post that is a
folder's `index`, since themes have folders of their own for the others.

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
from postlint.generators import get_generator
from postlint.generators.shared.folders import static_folders

# No address, template, pattern or alias of a bundler.
_FILE = re.compile(r"(?![\w+.-]*:|//|[~@#])[^{}<>*?#|\n]*[^\s{}<>*?#|/]\.\w{2,5}\Z")


@site_rule(preset=RECOMMENDED, severity=WARNING)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    for post in site.posts.values():
        if post.files and not get_generator(post.generator).is_partial(post.site_path):
            for file in post.files:
                places = list(_places(post, file.target)) if _FILE.match(file.target) else []
                if places and not any(map(site.exists, places)) and not _from_elsewhere(site, post, file.target):
                    yield SiteFinding(post.path, f"no file {quoted(file.target)}: {places[0]} is not there", file.span)


def _places(post: PostFacts, target: str) -> Iterator[str]:
    """Where the file may stand, the likeliest place first; nothing if only a theme can know."""
    folder, name = posixpath.split(post.path)
    rooted, path = target.startswith("/"), posixpath.normpath(target).lstrip("/")
    if "/" not in target and name.partition(".")[0] != "index":
        return
    beside = (posixpath.normpath(posixpath.join(folder, path)), posixpath.join(folder, name.partition(".")[0], path))
    below = [posixpath.normpath(f"{post.site_root}{static}{path}") for static in static_folders(post.generator)]
    yield from (*below, *beside) if rooted else (*beside, *below)
    while len(folder) > len(post.site_root):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, path)
    if rooted and "/" in path:  # the first part may be the address below which the site stands
        yield from (f"{post.site_root}{static}{path.partition('/')[2]}" for static in static_folders(post.generator))


def _from_elsewhere(site: Site, post: PostFacts, target: str) -> bool:
    """Whether the path begins with a folder that this tree has nowhere: then a theme or the build brings it."""
    first, slash, _ = target.lstrip("./").partition("/")
    folder = posixpath.dirname(post.path)
    tops = [folder, *(post.site_root + static for static in static_folders(post.generator))]
    return bool(slash) and not any(site.exists(posixpath.join(top, first)) for top in tops)
