"""Wrong capitalization of a proper name.

Configure the names as they should be written; any other capitalization is reported. URLs are not checked.

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
from postlint.helpers.html import COMMENT, TAG
from postlint.helpers.spans import block_spans, inline_spans
from postlint.helpers.urls import bare_urls, find_urls

_TAG_OR_COMMENT = re.compile(rf"{TAG}|{COMMENT}")
_WORD = "[A-Za-z0-9]"
_LOOK_BACK = 99
_DIRECTIVE = re.compile(r"(?:(?<![:\\]):|^ {0,3}:{3,})\Z", re.MULTILINE)
"""The colons before the name of a directive: `:name[text]`, `:::name`."""
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_WORD_BEFORE, _WORD_AFTER = re.compile(f"{_WORD}_+\\Z"), re.compile(f"_+{_WORD}")


@dataclass(frozen=True, slots=True)
class Options:
    names: tuple[str, ...] = ()
    """Proper names as they should be written."""
    code_blocks: bool = False
    """Also check code; findings there have no fix."""
    html_elements: bool = False
    """Also check HTML tags and comments; findings there have no fix."""


@post_rule(
    preset=OPT_IN, severity=WARNING, aliases=("MD044", "proper-names"), changes_html=True,
    markdownlint={"code_blocks": True, "html_elements": True},
)  # fmt: skip
def check(post: Post, options: Options) -> Iterator[Finding]:
    patterns = {name: _pattern(name) for name in sorted(options.names, key=lambda name: (-len(name), name))}
    if not any(pattern.search(post.masked_text, post.body_start) for pattern in patterns.values()):
        return
    text = _checked_text(post, options)
    verbatim = blanked(post.masked_text, [*_code_spans(post), *block_spans(post, "html"), *inline_spans(post, "html")])
    spans = [link.text_span for link in post.links]
    spans += [image.span for image in post.images]
    spans += [inline.content for inline in post.body.inlines]
    unmarked = blanked(verbatim, spans)
    covered = bytearray(len(text))
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            prose, part = verbatim[span.start] != " ", _is_part(text, span)
            if (part and unmarked[span.start] == " ") or (prose and _is_directive_name(text, span)):
                continue
            if match[0] not in options.names and not any(covered[span.start : span.end]):
                fix = Fix(f"Change to {quoted(name)}", (Edit(span, name),)) if prose and not part else None
                yield Finding(f"proper name {quoted(match[0])}, expected {quoted(name)}", span, fix)
            covered[span.start : span.end] = b"\1" * (span.end - span.start)


def _pattern(name: str) -> re.Pattern[str]:
    before = f"(?<!{_WORD})" if re.match(f"{_WORD}|_", name) else ""
    after = f"(?!{_WORD})" if re.search(f"(?:{_WORD}|_)\\Z", name) else ""
    return re.compile(f"{before}{re.escape(name)}{after}", re.IGNORECASE)


def _is_part(text: str, span: Span) -> bool:
    """Whether the name is part of an identifier with underscores."""
    joined = text[span.start - 1 : span.start] == "_"
    before = _WORD_BEFORE.search(text, max(0, span.start - _LOOK_BACK), span.start) if joined else None
    return before is not None or _WORD_AFTER.match(text, span.end) is not None


def _is_directive_name(text: str, span: Span) -> bool:
    if text[span.start - 1 : span.start] != ":" or text[span.end : span.end + 1] == ":":
        return False
    return _DIRECTIVE.search(text, max(0, span.start - _LOOK_BACK), span.start) is not None


def _code_spans(post: Post) -> list[Span]:
    return [*(block.span for block in post.body.code_blocks), *inline_spans(post, "code")]


def _checked_text(post: Post, options: Options) -> str:
    """The text with spaces in place of everything that is not checked."""
    body, text = post.body, post.masked_text
    spans = [Span(0, post.body_start), *bare_urls(post), *(definition.span for definition in body.definitions)]
    for link in body.links:
        spans.append(link.span if link.kind == "autolink" else Span(link.text_span.end, link.span.end))
        if "." in link.text or "@" in link.text:
            spans += _from_first_url(link.text, link.text_span.start)
    for image in body.images:
        if image.kind not in ("html", "shortcut"):
            spans.append(Span(image.target_span.start, image.span.end))
            spans += _from_first_url(text[image.span.start + 2 : image.target_span.start - 2], image.span.start + 2)
    spans += [*block_spans(post, "math"), *inline_spans(post, "math")]
    spans += _unchecked_code(post) if options.code_blocks else _code_spans(post)
    spans += _unchecked_html(post, options.html_elements)
    return blanked(text, spans)


def _unchecked_code(post: Post) -> Iterator[Span]:
    """What is not checked in code: fences and URLs."""
    for block in post.body.code_blocks:
        yield from (span for span in (block.fence, block.info_span, block.closing) if span is not None)
        for line, at in zip(block.code.split("\n"), block.offsets, strict=False):
            yield from _from_first_url(line, at)
    for inline in post.body.inlines:
        if inline.kind == "code":
            start, end = inline.content
            yield from _from_first_url(post.masked_text[start:end], start)


def _unchecked_html(post: Post, elements: bool) -> Iterator[Span]:
    """What is not checked in HTML: URLs outside of tags and, without `elements`, tags and comments."""
    for block in post.body.blocks:
        if block.kind == "html":
            start, end = block.span
            html = post.masked_text[start:end]
            tags = [Span(*match.span()) for match in _TAG_OR_COMMENT.finditer(html)]
            visible = blanked(html, tags)
            unchecked = [] if html.startswith("<!--") else list(find_urls(visible))
            unchecked += [Span(*match.span()) for match in _LINK_TARGET.finditer(visible)]
            unchecked += [] if elements else tags
            yield from (Span(start + span.start, start + span.end) for span in unchecked)
    if not elements:
        yield from inline_spans(post, "html")


def _from_first_url(line: str, at: int) -> Iterator[Span]:
    """From the first URL of a line of code to the end of the line; markdownlint takes all of that as the URL."""
    first = None if line.startswith(("    ", "\t")) else next(find_urls(line), None)
    if first is not None and not line.endswith(("](", "<"), 0, first.start):
        yield Span(at + first.start, at + len(line))
