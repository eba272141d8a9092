"""A link or an image is written in a way that is not allowed.

There are five ways: `<url>`, `[text](url)`, `[text][label]`, `[label][]` and `[label]`. A team may want fewer.
By default all of them are allowed.

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
"""How many characters follow an image's text, besides a label of its own."""


@dataclass(frozen=True, slots=True)
class Options:
    autolink: bool = True
    """Allow `<address>`."""
    inline: bool = True
    """Allow `[text](address)`."""
    full: bool = True
    """Allow `[text][label]`."""
    collapsed: bool = True
    """Allow `[label][]`."""
    shortcut: bool = True
    """Allow `[label]`."""
    url_inline: bool = True
    """Allow `[address](address)`, which `<address>` would do for."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD054", "link-image-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    if options == Options():
        return
    definitions = _definitions(post)
    found: list[Link | Image] = [*post.links, *(one for one in post.images if one.kind != "html")]
    for one in sorted(found, key=lambda one: one.span):
        url, kind = _url(one, definitions), _kind(one)
        if not url:
            continue
        if not getattr(options, kind):
            yield Finding(f"{_what(one)} is {kind}, which is not allowed", one.span, _fix(post, one, url, options))
        elif kind == "inline" and not options.url_inline and options.autolink and _is_url_inline(one, url):
            message = "link's text is its address, expected `<url>`"
            yield Finding(message, one.span, _fix(post, one, url, options))


def _definitions(post: Post) -> dict[str, str]:
    """The URLs by their labels; as markdownlint has it, those in angle brackets count for nothing."""
    found: dict[str, str] = {}
    for one in post.body.definitions:
        bracketed = post.text[one.label_span.end + 1 : one.span.end].lstrip().startswith("<")
        found.setdefault(_SPACE.sub(" ", one.label.strip()).lower(), "" if bracketed else one.target)
    return found


def _kind(one: Link | Image) -> str:
    """As markdownlint has it, `[label]()` is a shortcut."""
    return "shortcut" if one.kind == "inline" and not one.target else one.kind


def _url(one: Link | Image, definitions: Mapping[str, str]) -> str | None:
    if one.kind == "autolink" or (one.kind == "inline" and one.target):
        return one.target
    label = _text(one) if one.label is None else one.label
    return definitions.get(label)  # spelt as markdownlint wants it: in lower case, or it looks elsewhere


def _text(one: Link | Image) -> str:
    return one.text if isinstance(one, Link) else one.alt or ""


def _what(one: Link | Image) -> str:
    return "link" if isinstance(one, Link) else "image"


def _is_url_inline(one: Link | Image, url: str) -> bool:
    return isinstance(one, Link) and not one.title and one.text == url and _ABSOLUTE.match(url) is not None


def _fix(post: Post, one: Link | Image, url: str, options: Options) -> Fix | None:
    """Write it inline, or as an address alone where that is allowed and enough."""
    text = post.source[one.span]
    if "\n" in text:
        return None
    alone = options.autolink and isinstance(one, Link) and _ABSOLUTE.match(url)
    label = one.text if isinstance(one, Link) else text[2 : -_TAILS[one.kind] - len(_own_label(one))]
    if options.inline and label and one.kind != "inline" and (options.url_inline or not alone):
        target = f"<{url}>" if " " in url else _PARENTHESIS.sub(r"\\\g<0>", url)
        new = f"{'!' * isinstance(one, Image)}[{label}]({target})"
        return Fix("Write it inline", (Edit(one.span, new),), safe=False)
    if alone and one.kind != "autolink":
        plain = _ESCAPE.sub(r"\1", url)
        return Fix("Write the address alone", (Edit(one.span, f"<{plain}>"),), safe=False)
    return None


def _own_label(one: Link | Image) -> str:
    return (one.label or "") if one.kind == "full" else ""
