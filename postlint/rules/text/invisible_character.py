"""Harmful invisible character.

Control characters come with copied text and break feeds. Bidirectional control characters can make code look
different from what it does. With a no-break space after `#` or `-`, the line is not a heading or a list item, and in
code it is a syntax error. Characters that typography and scripts need are not reported: no-break spaces in text,
joiners, separators in Chinese, Persian or Thai.

~~~markdown bad 1 3
# How to brew

- water
~~~

~~~markdown fixed
# How to brew

- water
~~~

~~~markdown good
10 g of coffee 👩‍🔬
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import lines_of
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_CONTROLS = tuple(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
_RARE = tuple("\xa0\u200b\ufeff\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]+")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAKS_MARKER = re.compile(
    r"(?:[ \t]{0,3}>[ \t]?)*[ \t]{0,3}(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?P<after>[\xa0\u200b\u2060]+[ \t]?)(?=\S)"
    r"|(?P<before>[\u200b\u2060]+)(?=#{1,6} |[-*+] |\d{1,9}[.)] |`{3}|> ))"
)
_HIDDEN = re.compile(r"[\xa0\u200b\u2060]")
_ZERO_WIDTH = re.compile(r"[\u200b\u2060]+")
_BOX_DRAWING = re.compile(r"[\u2500-\u257f]")
_COMMENT_OR_STRING = re.compile(r"#|//|--|[\"'`]|/\*|^[ \t]*\*")
_LOOK_BACK = 200
_TEXT_LANGUAGES = frozenset(
    {"text", "txt", "plain", "plaintext", "console", "output", "markdown", "md", "html", "none", "tree"}
)


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True, changes_front_matter=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    controls = _contains_any(text, _CONTROLS)
    if controls:
        yield from _matches(post, _CONTROL, "control character {}, expected none")
    if text.isascii() or not _contains_any(text, _RARE):
        return
    if "\ufeff" in text and not controls:
        yield from _matches(post, _CONTROL, "byte order mark {} inside the text, expected none")
    if _BIDI.search(text) and not _RIGHT_TO_LEFT.search(text):
        yield from _matches(post, _BIDI, "bidirectional control character {}, which hides the real order of the text")
    if _HIDDEN.search(text):
        yield from _hidden(post)


def _contains_any(text: str, characters: tuple[str, ...]) -> bool:
    """Whether a text contains one of some characters; several times faster than a regular expression."""
    for character in characters:  # noqa: SIM110
        if character in text:
            return True
    return False


def _matches(post: Post, pattern: re.Pattern[str], message: str) -> Iterator[Finding]:
    for match in pattern.finditer(post.text):
        span = Span(*match.span())
        yield Finding(message.format(_name(match[0])), span, _fix(span, ""))


def _hidden(post: Post) -> Iterator[Finding]:
    text = post.text
    raw_lines = lines_of(block for block in post.body.blocks if block.kind in ("html", "math"))
    lines = {post.source.line_number(hidden.start()) for hidden in _HIDDEN.finditer(text, post.body_start)}
    lines -= post.code_lines | raw_lines
    for line in sorted(lines):
        match = _BREAKS_MARKER.match(text, post.source.line(line).start)
        if match is None:
            continue
        group = "after" if match["after"] else "before"
        span = Span(*match.span(group))
        if post.masked(span):
            continue
        if text[span.start - 1] == "#" and post.generator.markdown.heading_without_space is not False:
            continue
        message = f"{_name(match[group])} {group} a Markdown marker, which then has no effect"
        space = " " if group == "after" else ""
        yield Finding(f"{message}, expected {'a space' if space else 'none'}", span, _fix(span, space), ERROR)
    for block in post.code_blocks:
        tag = (block.info.lower().split() or [""])[0].strip("{}.")
        if tag and tag not in _TEXT_LANGUAGES and _HIDDEN.search(block.code) and not _BOX_DRAWING.search(block.code):
            yield from _in_code(post, block.span)
    url_spans = [link.target_span for link in post.links if link.target]
    url_spans += [image.target_span for image in post.images if image.target]
    for url_span in url_spans:
        if zero_width := _ZERO_WIDTH.search(text, *url_span):
            span = Span(*zero_width.span())
            yield Finding(f"{_name(zero_width[0])} in a URL, expected none", span, _fix(span, ""), ERROR)


def _in_code(post: Post, block: Span) -> Iterator[Finding]:
    """Report all characters of a code block in one finding."""
    matches = _HIDDEN.finditer(post.text, *block)
    spans = [Span(*match.span()) for match in matches if _changes_code(post, match.start())]
    if not spans:
        return
    edits = tuple(Edit(span, " " if post.text[span.start] == "\xa0" else "") for span in spans)
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    message = f"{_name(post.text[spans[0].start])}{more} in code, which then fails when copied"
    yield Finding(message, spans[0], Fix("Replace with spaces", edits, safe=False))


def _changes_code(post: Post, offset: int) -> bool:
    """Whether a character is outside of comments and strings."""
    start = post.source.line(post.source.line_number(offset)).start
    return not _COMMENT_OR_STRING.search(post.text, max(start, offset - _LOOK_BACK), offset)


def _fix(span: Span, text: str) -> Fix:
    return Fix("Replace with a space" if text else "Remove the character", (Edit(span, text),), safe=False)


def _name(text: str) -> str:
    names = {"\xa0": "no-break space", "\u200b": "zero-width space", "\u2060": "word joiner"}
    return f"{names[text[0]]} U+{ord(text[0]):04X}" if text[0] in names else f"U+{ord(text[0]):04X}"
