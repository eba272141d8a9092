"""Broken link to a file.

A link or an image leads to a file that does not exist. Only what the files can prove is reported: relative URLs that
end in the suffix of a source file, an image or a download, and such URLs from the root of the site. A file exists if it
is anywhere that a page of the site might look for it: beside the post, in a folder with the post's name, at the root of
the site or in a static folder.

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

from postlint.core.generator import Generator
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, NoOptions, PostFacts, Site, SiteFinding, site_rule
from postlint.core.site import FactLink

_SOURCES = "md|markdown|mdx|qmd|ipynb|rst"
_FILES = "png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf|mp4|webm|mov|mp3|ogg|wav|zip|tar\\.gz|tgz|csv|xlsx?|docx?|pptx?|py"
_TARGET = re.compile(
    rf"(?![\w+.-]*:|//|[#~@<>{{$|])(?P<path>[^?#]*\.(?:(?P<source>{_SOURCES})|{_FILES}))(?:[?#]|\Z)", re.IGNORECASE
)
# Templates, patterns, files that the build makes, and URLs on a forge.
_UNKNOWN = re.compile(r"[{}<>$*|\n]|%[{7]|\.\.\.|/processed_images/|\.\./(?:blob|raw|tree)/")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UPWARDS = re.compile(r"(?:\.{0,2}/)*")


@site_rule(preset=RECOMMENDED, severity=ERROR)
def check(site: Site, options: NoOptions) -> Iterator[SiteFinding]:
    names: frozenset[str] | None = None
    for post in site.posts.values():
        generator = site.generator_of(post)
        is_known = generator.sources.static_folders is not None
        if post.links and is_known and not generator.sources.is_partial(post.site_path):
            for link in post.links:
                paths = _paths(post, generator, link.target)
                if not paths or _exists(site, paths) or _from_elsewhere(site, post, generator, link.target):
                    continue
                if generator.sources.pages_by_name:
                    names = names or frozenset(posixpath.basename(path) for path in site.posts)
                    if posixpath.basename(paths[0]) in names:
                        continue
                yield _finding(site, post, link, paths)


def _finding(site: Site, post: PostFacts, link: FactLink, paths: tuple[str, ...]) -> SiteFinding:
    kind = "image" if link.image else "link"
    message = f"broken {kind} {quoted(link.target)}, no file {paths[0]}{_suggestion(site, paths)}"
    if link.target.startswith("/"):
        return SiteFinding(post.path, f"{message}, unless the build or a theme adds it", link.span, WARNING)
    return SiteFinding(post.path, message, link.span)


def _paths(post: PostFacts, generator: Generator, target: str) -> tuple[str, ...]:
    """The paths that the file may have, the most likely first; empty if the URL cannot be judged."""
    prefix = generator.sources.link_prefix
    has_prefix = bool(prefix) and target.startswith(prefix)
    match = _TARGET.match(target.removeprefix(prefix) if has_prefix else target)
    if match is None or _UNKNOWN.search(target):
        return ()
    path = _decoded(match["path"])
    if has_prefix:
        return (f"{post.site_root}{generator.sources.link_folder}{path}",)
    if path.startswith("/"):
        return () if match["source"] or not generator.is_known else _below_root(post, generator, path)
    folder, name = posixpath.split(post.path)
    near = (posixpath.normpath(posixpath.join(folder, path)), posixpath.join(folder, name.rpartition(".")[0], path))
    if generator.is_known:
        return (*near, *_below_root(post, generator, path))
    if not near[0].startswith(post.site_root) or near[0].startswith("../", len(post.site_root)):
        return ()  # above the visible files; on a forge, another page of the project
    if match["source"]:  # some tools start at the folder that has all pages
        return near if path.startswith(".") or "/" not in path else (*near, *_above(post, path))
    return (*near, *_below_root(post, generator, path))


def _decoded(path: str) -> str:
    path = _ESCAPED.sub(r"\1", path)
    if "&" in path:
        from html import unescape  # seldom needed

        path = unescape(path)
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path


def _below_root(post: PostFacts, generator: Generator, path: str) -> tuple[str, ...]:
    """As if the page were anywhere on the site: its generator, or its settings, choose the URL of the page."""
    root = post.site_root
    tail = path[_upwards(path) :]
    folders = [root + folder for folder in generator.sources.static_folders or ()]
    paths = [folder + tail for folder in folders]
    if path.startswith("/"):  # the first segment may be the path of the URL of the site
        return (*paths, *(folder + tail.partition("/")[2] for folder in folders if "/" in tail))
    section, name = posixpath.split(post.site_path.removeprefix("content/"))
    page = posixpath.join(section, name.rpartition(".")[0])
    paths += [posixpath.normpath(posixpath.join(folder, base, path)) for folder in folders for base in (section, page)]
    return (*paths, *_above(post, tail))


def _above(post: PostFacts, tail: str) -> Iterator[str]:
    folder = posixpath.dirname(post.path)
    while len(folder) > len(post.site_root):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, tail)


def _upwards(path: str) -> int:
    match = _UPWARDS.match(path)
    return match.end() if match else 0


def _exists(site: Site, paths: tuple[str, ...]) -> bool:
    return any(path in site.posts for path in paths[:2]) or any(map(site.exists, paths))


def _from_elsewhere(site: Site, post: PostFacts, generator: Generator, target: str) -> bool:
    """Whether a URL from the root begins with a folder that does not exist anywhere in this tree: something adds it."""
    first, slash, _ = _decoded(target).lstrip("/").partition("/")
    if not target.startswith("/") or not slash:
        return False
    return not any(site.exists(post.site_root + folder + first) for folder in generator.sources.static_folders or ())


def _suggestion(site: Site, paths: tuple[str, ...]) -> str:
    """`, did you mean "x"?` if a file differs only in case."""
    for path in paths[:2]:
        folder, name = posixpath.split(path)
        stem, dot, suffix = name.rpartition(".")
        for other in (name.lower(), f"{stem}{dot}{suffix.swapcase()}", f"{stem}{dot}{suffix.lower()}"):
            if other != name and site.exists(posixpath.join(folder, other)):
                return f", did you mean {quoted(other)}?"
    return ""
