"""Disallowed link or image style.

There are five styles: `<url>`, `[text](url)`, `[text][label]`, `[label][]` and `[label]`. All of them are allowed
by default.

~~~toml options
collapsed = false
shortcut = false
~~~

~~~markdown bad 1 1
Read the [manual][] and the [faq].

[manual]: https://example.org/manual
[faq]: https://example.org/faq
~~~

~~~markdown fixed
Read the [manual](https://example.org/manual) and the [faq](https://example.org/faq).

[manual]: https://example.org/manual
[faq]: https://example.org/faq
~~~

~~~markdown good
Read the [manual](https://example.org/manual) and <https://example.org/faq>.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from postlint.core.body import Image, Link
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, post_rule

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+\Z")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACE = re.compile(r"\s+")
_PARENTHESIS = re.compile(r"(?<!\\)[()]")
_TAILS = {"full": 3, "collapsed": 3, "shortcut": 1, "inline": 1}
"""The number of brackets after the alternative text of an image."""


@dataclass(frozen=True, slots=True)
class Options:
    autolink: bool = True
    """Allow `<url>`."""
    inline: bool = True
    """Allow `[text](url)`."""
    full: bool = True
    """Allow `[text][label]`."""
    collapsed: bool = True
    """Allow `[label][]`."""
    shortcut: bool = True
    """Allow `[label]`."""
    url_inline: bool = True
    """Allow `[url](url)` if `<url>` would do."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD054", "link-image-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    if options == Options():
        return
    definitions = _definitions(post)
    links: list[Link | Image] = [*post.links, *(image for image in post.images if image.kind != "html")]
    for link in sorted(links, key=lambda link: link.span):
        url, style = _url(link, definitions), _style(link)
        if not url:
            continue
        if not getattr(options, style):
            noun = "link" if isinstance(link, Link) else "image"
            yield Finding(f"{noun} style `{style}` is not allowed", link.span, _fix(post, link, url, options))
        elif style == "inline" and not options.url_inline and options.autolink and _is_url_inline(link, url):
            yield Finding("link text repeats the URL, expected `<url>`", link.span, _fix(post, link, url, options))


def _definitions(post: Post) -> dict[str, str]:
    """The URL for each label; empty for URLs in angle brackets, which markdownlint ignores."""
    urls: dict[str, str] = {}
    for definition in post.body.definitions:
        bracketed = post.text[definition.label_span.end + 1 : definition.span.end].lstrip().startswith("<")
        label = _SPACE.sub(" ", definition.label.strip()).lower()
        urls.setdefault(label, "" if bracketed else definition.target)
    return urls


def _style(link: Link | Image) -> str:
    """The name of the option that allows a link; `[label]()` is a shortcut, as in markdownlint."""
    return "shortcut" if link.kind == "inline" and not link.target else link.kind


def _url(link: Link | Image, definitions: Mapping[str, str]) -> str | None:
    if link.kind == "autolink" or (link.kind == "inline" and link.target):
        return link.target
    label = _text(link) if link.label is None else link.label
    return definitions.get(label)  # markdownlint looks the label up as written, although its keys are in lower case.


def _text(link: Link | Image) -> str:
    return link.text if isinstance(link, Link) else link.alt or ""


def _is_url_inline(link: Link | Image, url: str) -> bool:
    return isinstance(link, Link) and not link.title and link.text == url and _ABSOLUTE.match(url) is not None


def _fix(post: Post, link: Link | Image, url: str, options: Options) -> Fix | None:
    """Rewrite the link as an inline link or as `<url>`, whichever is allowed and keeps its text."""
    text = post.source[link.span]
    if "\n" in text:
        return None
    as_autolink = options.autolink and isinstance(link, Link) and _ABSOLUTE.match(url)
    if isinstance(link, Link):
        label = link.text
    else:
        label_length = len(link.label or "") if link.kind == "full" else 0
        label = text[2 : -_TAILS[link.kind] - label_length]
    if options.inline and label and link.kind != "inline" and (options.url_inline or not as_autolink):
        target = f"<{url}>" if " " in url else _PARENTHESIS.sub(r"\\\g<0>", url)
        new = f"{'!' * isinstance(link, Image)}[{label}]({target})"
        return Fix("Rewrite as an inline link", (Edit(link.span, new),), safe=False)
    if as_autolink and link.kind != "autolink":
        plain = _ESCAPE.sub(r"\1", url)
        return Fix("Rewrite as `<url>`", (Edit(link.span, f"<{plain}>"),), safe=False)
    return None
