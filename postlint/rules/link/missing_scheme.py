"""An address of another site lacks its scheme.

Without `https://` a browser looks for `github.com/...` beside the page that holds the link, and finds nothing.
A scheme that is misspelt (`https;//`, `htps://`) or doubled (`http://https://`) comes to the same.

~~~markdown bad 1
The code is [on GitHub](github.com/example/project).
~~~

~~~markdown fixed
The code is [on GitHub](https://github.com/example/project).
~~~

~~~markdown good
The code is [on GitHub](https://github.com/example/project), the manual [beside it](docs.python.md).
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import Image, Link
from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_MISSPELT = re.compile(
    r"https?(?:[;.,]//|//|::+//|:;//|;:?//|:/(?!/)|:\s+//|:///+(?=\w)|:(?=(?:[\w-]+\.)+[a-z]{2,}))"
    r"|(?:hh+t+p+|ht+p{2,}|htp|httt+p|hhtt?p|htt|t{1,2}p)s?://|httpss+://|htt?sp://",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"https?://(?P<second>https?://)(?=[\w-]+\.\w)", re.IGNORECASE)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)"
# Without a path a name may be a file's: `notes.org` is one of Emacs', and so is `logo.ai` of Illustrator's.
_SITE = re.compile(
    rf"www\.{_HOST}+[a-z]{{2,}}(?=[/?#:]|\Z)"
    rf"|{_HOST}+(?:com|org|net|edu|gov|io|dev|app|info|ai|co|co\.uk)(?=/)"
    rf"|{_HOST}+(?:com|net|edu|gov|io|dev)(?=[?#]|\Z)"
    rf"|{_HOST}{{2,}}org(?=[?#]|\Z)",
    re.IGNORECASE,
)
_MAIL = re.compile(rf"[\w.+-]+@{_HOST}+(?:com|org|net|edu|gov|io|dev|info|co\.uk)\Z", re.IGNORECASE)
_SOURCE = re.compile(r"\.(?:md|mdx|markdown|qmd)(?:[?#]|\Z)", re.IGNORECASE)
_USUAL = ("https://", "http://", "#", "/", ".", "{")
_FORGES = ("github.com/", "gitlab.com/", "bitbucket.org/", "raw.githubusercontent.com/")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    inline: tuple[Link | Image, ...] = (*post.links, *post.images)
    for one in inline:
        if one.kind == "inline" and not _is_usual(one.target):
            yield from _judge(post, one.target, one.target_span)
    for definition in post.body.definitions:
        if not _is_usual(definition.target):
            at = post.text.find(definition.target, definition.label_span.end, definition.span.end)
            yield from _judge(post, definition.target, Span(at, at + len(definition.target)))


def _is_usual(target: str) -> bool:
    return target.startswith(_USUAL) and not ("://http" in target[4:13] or ":///" in target[4:9])


def _judge(post: Post, target: str, span: Span) -> Iterator[Finding]:
    found = _mended(target)
    if found is None or span.start < 0 or post.masked(span):
        return
    length, replacement = found
    what = f"{quoted(target[:length])} is no scheme" if length else "no scheme"
    yield Finding(
        f"{what} in the address {quoted(target)}, expected {quoted(replacement)}",
        span,
        Fix(f"Write `{replacement}`", (Edit(Span(span.start, span.start + length), replacement),), safe=False),
    )


def _mended(target: str) -> tuple[int, str] | None:
    """How much of the address' start to replace, and by what."""
    if match := _DOUBLED.match(target):
        return match.end(), match["second"]
    if match := _MISSPELT.match(target):
        secure = "s" in match[0].lower()
        return match.end(), "https://" if secure else "http://"
    if _MAIL.match(target):
        return 0, "mailto:"
    if _SITE.match(target) and (target.lower().startswith(_FORGES) or not _SOURCE.search(target)):
        return 0, "https://"
    return None
