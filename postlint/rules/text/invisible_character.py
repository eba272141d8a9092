"""A character that nobody sees breaks the text, or makes it other than it looks.

Control characters come with copied text and end in feeds that do not parse. Marks that turn the direction of
writing can make code read other than it runs. A no-break space after `#` or `-` makes no heading and no list, and
in code it is a syntax error. What typography and scripts need is left alone: no-break spaces in text, joiners,
separators in Chinese, Persian or Thai.

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
_BREAKS_MARK = re.compile(
    r"(?:[ \t]{0,3}>[ \t]?)*[ \t]{0,3}(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?P<after>[\xa0\u200b\u2060]+[ \t]?)(?=\S)"
    r"|(?P<before>[\u200b\u2060]+)(?=#{1,6} |[-*+] |\d{1,9}[.)] |`{3}|> ))"
)
_HIDDEN = re.compile(r"[\xa0\u200b\u2060]")
_ZERO_WIDTH = re.compile(r"[\u200b\u2060]+")
_DRAWN = re.compile(r"[\u2500-\u257f]")
_QUIET = re.compile(r"#|//|--|[\"'`]|/\*|^[ \t]*\*")
_LOOK_BACK = 200
_TEXT = frozenset({"text", "txt", "plain", "plaintext", "console", "output", "markdown", "md", "html", "none", "tree"})


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True, changes_front_matter=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text = post.text
    controls = _holds(text, _CONTROLS)
    if controls:
        yield from _found(post, _CONTROL, "control character {}, expected none")
    if text.isascii() or not _holds(text, _RARE):
        return
    if "\ufeff" in text and not controls:
        yield from _found(post, _CONTROL, "byte order mark {} within the text, expected none")
    if _BIDI.search(text) and not _RIGHT_TO_LEFT.search(text):
        yield from _found(post, _BIDI, "{} turns the direction of writing: the text is not what it looks like")
    if _HIDDEN.search(text):
        yield from _hidden(post)


def _holds(text: str, characters: tuple[str, ...]) -> bool:
    """Whether a text has one of some characters; several times as fast as a pattern."""
    for one in characters:  # noqa: SIM110
        if one in text:
            return True
    return False


def _found(post: Post, pattern: re.Pattern[str], message: str) -> Iterator[Finding]:
    for found in pattern.finditer(post.text):
        span = Span(*found.span())
        yield Finding(message.format(_name(found[0])), span, _fix(span, ""))


def _hidden(post: Post) -> Iterator[Finding]:
    text = post.text
    unread = lines_of(one for one in post.body.blocks if one.kind in ("html", "math"))
    lines = {post.source.line_number(found.start()) for found in _HIDDEN.finditer(text, post.body_start)}
    lines -= post.code_lines | unread
    for line in sorted(lines):
        found = _BREAKS_MARK.match(text, post.source.line(line).start)
        if found is None:
            continue
        group = "after" if found["after"] else "before"
        span = Span(*found.span(group))
        if post.masked(span):
            continue
        if text[span.start - 1] == "#" and post.generator.markdown.heading_without_space:
            continue
        message = f"{_name(found[group])} beside a Markdown mark, which then means nothing"
        space = " " if group == "after" else ""
        yield Finding(f"{message}, expected {'a space' if space else 'none'}", span, _fix(span, space), ERROR)
    for block in post.code_blocks:
        tag = (block.info.lower().split() or [""])[0].strip("{}.")
        if tag and tag not in _TEXT and _HIDDEN.search(block.code) and not _DRAWN.search(block.code):
            yield from _in_code(post, block.span)
    spans = [one.target_span for one in post.links if one.target]
    spans += [one.target_span for one in post.images if one.target]
    for span in spans:
        if zero := _ZERO_WIDTH.search(text, *span):
            place = Span(*zero.span())
            yield Finding(f"{_name(zero[0])} in an address, expected none", place, _fix(place, ""), ERROR)


def _in_code(post: Post, block: Span) -> Iterator[Finding]:
    """One finding for all of a block."""
    places = [Span(*found.span()) for found in _HIDDEN.finditer(post.text, *block) if _matters(post, found.start())]
    if not places:
        return
    edits = tuple(Edit(one, " " if post.text[one.start] == "\xa0" else "") for one in places)
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    message = f"{_name(post.text[places[0].start])}{more} in code, which fails when it is copied"
    yield Finding(message, places[0], Fix("Replace by spaces", edits, safe=False))


def _matters(post: Post, offset: int) -> bool:
    """Whether it stands outside of comments and strings."""
    start = post.source.line(post.source.line_number(offset)).start
    return not _QUIET.search(post.text, max(start, offset - _LOOK_BACK), offset)


def _fix(span: Span, text: str) -> Fix:
    return Fix("Replace by a space" if text else "Remove it", (Edit(span, text),), safe=False)


def _name(text: str) -> str:
    names = {"\xa0": "no-break space", "\u200b": "zero-width space", "\u2060": "word joiner"}
    return f"{names[text[0]]} U+{ord(text[0]):04X}" if text[0] in names else f"U+{ord(text[0]):04X}"
