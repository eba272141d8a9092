"""A name is not written as its owner writes it.

The names are those of the configuration, each spelt as it should be; other spellings of upper and lower case are
reported. Addresses are left alone.

~~~toml options
names = ["JavaScript", "GitHub"]
~~~

~~~markdown bad 1
Written in Javascript, kept on [GitHub](https://github.com/).
~~~

~~~markdown fixed
Written in JavaScript, kept on [GitHub](https://github.com/).
~~~

~~~markdown good
Written in JavaScript, kept on [GitHub](https://github.com/), see `javascript.md` and https://github.com/example.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.core.text import blanked
from postlint.helpers.urls import bare_urls, find_urls

_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<!--.*?-->", re.DOTALL)
_WORD = "[A-Za-z0-9]"
_FAR = 99
_DIRECTIVE = re.compile(r"(?:(?<![:\\]):|^ {0,3}:{3,})\Z", re.MULTILINE)
"""What stands before the name of a directive: `:name[text]`, `:::name`."""
_TARGET = re.compile(r"\]\([^()\s]*\)")
_BEFORE, _AFTER = re.compile(f"{_WORD}_+\\Z"), re.compile(f"_+{_WORD}")


@dataclass(frozen=True, slots=True)
class Options:
    names: tuple[str, ...] = ()
    """The names, as they should be written."""
    code_blocks: bool = False
    """Look into code, too; nothing is mended there."""
    html_elements: bool = False
    """Look into HTML's tags and comments, too; nothing is mended there."""


@post_rule(
    preset=OPT_IN, severity=WARNING, aliases=("MD044", "proper-names"), changes_html=True,
    markdownlint={"code_blocks": True, "html_elements": True},
)  # fmt: skip
def check(post: Post, options: Options) -> Iterator[Finding]:
    patterns = {name: _pattern(name) for name in sorted(options.names, key=lambda name: (-len(name), name))}
    if not any(pattern.search(post.masked_text, post.body_start) for pattern in patterns.values()):
        return
    text = _scanned(post, options)
    verbatim = blanked(post.masked_text, list(_verbatim(post)))
    marked = [*(one.text_span for one in post.links), *(one.span for one in post.images)]
    whole = blanked(verbatim, [*marked, *(one.content for one in post.body.inlines)])
    taken = bytearray(len(text))
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            prose, part = verbatim[span.start] != " ", _is_part(text, span)
            if (part and whole[span.start] == " ") or (prose and _names_directive(text, span)):
                continue
            if match[0] not in options.names and not any(taken[span.start : span.end]):
                fix = Fix(f"Write {name}", (Edit(span, name),)) if prose and not part else None
                yield Finding(f"{quoted(match[0])}, expected {quoted(name)}", span, fix)
            taken[span.start : span.end] = b"\1" * (span.end - span.start)


def _pattern(name: str) -> re.Pattern[str]:
    before = f"(?<!{_WORD})" if re.match(f"{_WORD}|_", name) else ""
    after = f"(?!{_WORD})" if re.search(f"(?:{_WORD}|_)\\Z", name) else ""
    return re.compile(f"{before}{re.escape(name)}{after}", re.IGNORECASE)


def _is_part(text: str, span: Span) -> bool:
    """Whether underscores join the name with more of an identifier."""
    joined = text[span.start - 1 : span.start] == "_"
    before = _BEFORE.search(text, max(0, span.start - _FAR), span.start) if joined else None
    return before is not None or _AFTER.match(text, span.end) is not None


def _names_directive(text: str, span: Span) -> bool:
    if text[span.start - 1 : span.start] != ":" or text[span.end : span.end + 1] == ":":
        return False
    return _DIRECTIVE.search(text, max(0, span.start - _FAR), span.start) is not None


def _verbatim(post: Post) -> Iterator[Span]:
    body = post.body
    yield from (one.span for one in body.code_blocks)
    yield from (one.span for one in body.blocks if one.kind == "html")
    yield from (one.span for one in body.inlines if one.kind in ("code", "html"))


def _scanned(post: Post, options: Options) -> str:
    """The text with blanks in the place of all that is not looked at."""
    body, text = post.body, post.masked_text
    spans = [Span(0, post.body_start), *bare_urls(post), *(one.span for one in body.definitions)]
    for link in body.links:
        spans.append(link.span if link.kind == "autolink" else Span(link.text_span.end, link.span.end))
        if "." in link.text or "@" in link.text:
            spans += _after_addresses(link.text, link.text_span.start)
    for image in body.images:
        if image.kind not in ("html", "shortcut"):
            spans.append(Span(image.target_span.start, image.span.end))
            spans += _after_addresses(text[image.span.start + 2 : image.target_span.start - 2], image.span.start + 2)
    spans += [one.span for one in body.blocks if one.kind == "math"]
    spans += [one.span for one in body.inlines if one.kind == "math"]
    spans += _code(post) if options.code_blocks else _all_code(post)
    spans += _html(post, options.html_elements)
    return blanked(text, spans)


def _all_code(post: Post) -> Iterator[Span]:
    yield from (one.span for one in post.body.code_blocks)
    yield from (one.span for one in post.body.inlines if one.kind == "code")


def _code(post: Post) -> Iterator[Span]:
    """What of code is not looked at: fences and URLs."""
    for block in post.body.code_blocks:
        yield from (one for one in (block.fence, block.info_span, block.closing) if one is not None)
        for line, at in zip(block.code.split("\n"), block.offsets, strict=False):
            yield from _after_addresses(line, at)
    for one in post.body.inlines:
        if one.kind == "code":
            yield from _after_addresses(post.masked_text[one.content.start : one.content.end], one.content.start)


def _html(post: Post, elements: bool) -> Iterator[Span]:
    """What of HTML is not looked at: URLs outside of tags; and, but for `elements`, its tags and comments."""
    for block in post.body.blocks:
        if block.kind == "html":
            start, end = block.span
            html = post.masked_text[start:end]
            tags = [Span(*match.span()) for match in _TAG.finditer(html)]
            shown = blanked(html, tags)
            found = [] if html.startswith("<!--") else list(find_urls(shown))
            found += [Span(*match.span()) for match in _TARGET.finditer(shown)]
            yield from (Span(start + one.start, start + one.end) for one in (*found, *(() if elements else tags)))
    if not elements:
        yield from (one.span for one in post.body.inlines if one.kind == "html")


def _after_addresses(line: str, at: int) -> Iterator[Span]:
    """From the first address in a line of code to its end; markdownlint takes all of that for the address."""
    first = None if line.startswith(("    ", "\t")) else next(find_urls(line), None)
    if first is not None and not line.endswith(("](", "<"), 0, first.start):
        yield Span(at + first.start, at + len(line))
