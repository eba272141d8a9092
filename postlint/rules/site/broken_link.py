"""A link or image leads to a file that is not there.

Only what can be told from the files is reported: relative URLs that end in the suffix of a source file, an image
or a download, and such URLs below the site's root. A file counts as there where any page of the site might look
for it: beside the post, in a folder of the post's name, below the site's root and its static folders.

~~~markdown bad 1 in posts/first.md
Go on with [the second part](secnd.md), or [the third](third.md#start).
~~~

~~~markdown good in posts/third.md
Back to [the first part](first.md), [home](../), [the list](/posts/), or [elsewhere](https://example.org/no.md).
~~~
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, NoOptions, PostFacts, Site, SiteFinding, site_rule
from postlint.generators import get_generator
from postlint.generators.shared.folders import static_folders

_SOURCES = "md|markdown|mdx|qmd|ipynb|rst"
_FILES = "png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf|mp4|webm|mov|mp3|ogg|wav|zip|tar\\.gz|tgz|csv|xlsx?|docx?|pptx?|py"
_TARGET = re.compile(
    rf"(?![\w+.-]*:|//|[#~@<>{{$|])(?P<path>[^?#]*\.(?:(?P<source>{_SOURCES})|{_FILES}))(?:[?#]|\Z)", re.IGNORECASE
)
# Templates, patterns, what the build makes, and URLs on a forge.
_UNKNOWN = re.compile(r"[{}<>$*|\n]|%[{7]|\.\.\.|/processed_images/|\.\./(?:blob|raw|tree)/")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UPWARDS = re.compile(r"(?:\.{0,2}/)*")
_ZOLA = "@/"


@site_rule(preset=RECOMMENDED, severity=ERROR)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    names: frozenset[str] | None = None
    for post in site.posts.values():
        if post.links and not get_generator(post.generator).is_partial(post.site_path):
            for link in post.links:
                places = _places(post, link.target)
                if not places or _stands(site, places) or _from_elsewhere(site, post, link.target):
                    continue
                if post.generator == "hugo":  # finds a page by its name alone
                    names = names or frozenset(posixpath.basename(path) for path in site.posts)
                    if posixpath.basename(places[0]) in names:
                        continue
                message = f"{quoted(link.target)} leads to no file: {places[0]} is not there{_similar(site, places)}"
                severity = None
                if link.target.startswith("/"):
                    message, severity = f"{message}, unless the build or a theme adds it", WARNING
                yield SiteFinding(post.path, message, link.span, severity)


def _places(post: PostFacts, target: str) -> tuple[str, ...]:
    """Where the file may stand, the likeliest place first; nothing if the address cannot be judged."""
    zola = post.generator == "zola" and target.startswith(_ZOLA)
    match = _TARGET.match(target[2:] if zola else target)
    if match is None or _UNKNOWN.search(target):
        return ()
    path = _decoded(match["path"])
    if zola:
        return (f"{post.site_root}content/{path}",)
    if path.startswith("/"):
        return () if match["source"] or post.generator == "none" else _below_root(post, path)
    folder, name = posixpath.split(post.path)
    near = (posixpath.normpath(posixpath.join(folder, path)), posixpath.join(folder, name.rpartition(".")[0], path))
    if post.generator != "none":
        return (*near, *_below_root(post, path))
    if not near[0].startswith(post.site_root) or near[0].startswith("../", len(post.site_root)):
        return ()  # above what can be seen; on a forge, another page of the project
    if match["source"]:  # some tools look from the folder that holds all pages
        return near if path.startswith(".") or "/" not in path else (*near, *_above(post, path))
    return (*near, *_below_root(post, path))


def _decoded(path: str) -> str:
    path = _ESCAPED.sub(r"\1", path)
    if "&" in path:
        from html import unescape  # seldom needed

        path = unescape(path)
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path


def _below_root(post: PostFacts, path: str) -> tuple[str, ...]:
    """As if the page stood anywhere on the site: its address is its generator's, or its configuration's, to choose."""
    root = post.site_root
    tail = path[_upwards(path) :]
    folders = [root + folder for folder in static_folders(post.generator)]
    found = [folder + tail for folder in folders]
    if path.startswith("/"):  # the first part may be the address below which the site stands
        return (*found, *(folder + tail.partition("/")[2] for folder in folders if "/" in tail))
    section, name = posixpath.split(post.site_path.removeprefix("content/"))
    page = posixpath.join(section, name.rpartition(".")[0])
    found += [posixpath.normpath(posixpath.join(folder, base, path)) for folder in folders for base in (section, page)]
    return (*found, *_above(post, tail))


def _above(post: PostFacts, tail: str) -> Iterator[str]:
    folder = posixpath.dirname(post.path)
    while len(folder) > len(post.site_root):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, tail)


def _upwards(path: str) -> int:
    match = _UPWARDS.match(path)
    return match.end() if match else 0


def _stands(site: Site, places: tuple[str, ...]) -> bool:
    return any(place in site.posts for place in places[:2]) or any(map(site.exists, places))


def _from_elsewhere(site: Site, post: PostFacts, target: str) -> bool:
    """Whether an address from the root begins with a folder that this tree has nowhere: then another brings it."""
    first, slash, _ = _decoded(target).lstrip("/").partition("/")
    if not target.startswith("/") or not slash:
        return False
    return not any(site.exists(post.site_root + folder + first) for folder in static_folders(post.generator))


def _similar(site: Site, places: tuple[str, ...]) -> str:
    """`, did you mean 'x'?` where only upper and lower case differ."""
    for place in places[:2]:
        folder, name = posixpath.split(place)
        stem, dot, suffix = name.rpartition(".")
        for other in (name.lower(), f"{stem}{dot}{suffix.swapcase()}", f"{stem}{dot}{suffix.lower()}"):
            if other != name and site.exists(posixpath.join(folder, other)):
                return f", did you mean {quoted(other)}?"
    return ""
