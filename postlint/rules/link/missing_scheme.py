"""Missing or misspelled URL scheme.

Without `https://` a browser looks for `github.com/...` next to the page that contains the link, and finds nothing.
A misspelled scheme (`https;//`, `htps://`) or a doubled one (`http://https://`) does not work either.

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

_MISSPELLED = re.compile(
    r"https?(?:[;.,]//|//|::+//|:;//|;:?//|:/(?!/)|:\s+//|:///+(?=\w)|:(?=(?:[\w-]+\.)+[a-z]{2,}))"
    r"|(?:hh+t+p+|ht+p{2,}|htp|httt+p|hhtt?p|htt|t{1,2}p)s?://|httpss+://|htt?sp://",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"https?://(?P<second>https?://)(?=[\w-]+\.\w)", re.IGNORECASE)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)"
# A name without a path may be a file name: `notes.org` is an Emacs file, `logo.ai` an Illustrator file.
_SITE = re.compile(
    rf"www\.{_HOST}+[a-z]{{2,}}(?=[/?#:]|\Z)"
    rf"|{_HOST}+(?:com|org|net|edu|gov|io|dev|app|info|ai|co|co\.uk)(?=/)"
    rf"|{_HOST}+(?:com|net|edu|gov|io|dev)(?=[?#]|\Z)"
    rf"|{_HOST}{{2,}}org(?=[?#]|\Z)",
    re.IGNORECASE,
)
_MAIL = re.compile(rf"[\w.+-]+@{_HOST}+(?:com|org|net|edu|gov|io|dev|info|co\.uk)\Z", re.IGNORECASE)
_MARKDOWN_FILE = re.compile(r"\.(?:md|mdx|markdown|qmd)(?:[?#]|\Z)", re.IGNORECASE)
_USUAL_STARTS = ("https://", "http://", "#", "/", ".", "{")
_FORGES = ("github.com/", "gitlab.com/", "bitbucket.org/", "raw.githubusercontent.com/")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    links: tuple[Link | Image, ...] = (*post.links, *post.images)
    for link in links:
        if link.kind == "inline" and not _has_usual_start(link.target):
            yield from _check_target(post, link.target, link.target_span)
    for definition in post.body.definitions:
        if not _has_usual_start(definition.target):
            at = post.text.find(definition.target, definition.label_span.end, definition.span.end)
            yield from _check_target(post, definition.target, Span(at, at + len(definition.target)))


def _has_usual_start(target: str) -> bool:
    return target.startswith(_USUAL_STARTS) and not ("://http" in target[4:13] or ":///" in target[4:9])


def _check_target(post: Post, target: str, span: Span) -> Iterator[Finding]:
    correction = _correction(target)
    if correction is None or span.start < 0 or post.masked(span):
        return
    length, replacement = correction
    fault = f"invalid scheme {quoted(target[:length])}" if length else "no scheme"
    fix_title = f"Replace with {quoted(replacement)}" if length else f"Add {quoted(replacement)}"
    yield Finding(
        f"{fault} in the URL {quoted(target)}, expected {quoted(replacement)}",
        span,
        Fix(fix_title, (Edit(Span(span.start, span.start + length), replacement),), safe=False),
    )


def _correction(target: str) -> tuple[int, str] | None:
    """How many characters at the start of a URL to replace, and with what; None if its scheme is fine."""
    if match := _DOUBLED.match(target):
        return match.end(), match["second"]
    if match := _MISSPELLED.match(target):
        secure = "s" in match[0].lower()
        return match.end(), "https://" if secure else "http://"
    if _MAIL.match(target):
        return 0, "mailto:"
    if _SITE.match(target) and (target.lower().startswith(_FORGES) or not _MARKDOWN_FILE.search(target)):
        return 0, "https://"
    return None
