"""Headings that differ from the required outline.

`headings` lists the required headings in order, such as `## Setup`. Three entries are placeholders: `*` for any number
of other headings, `+` for at least one, and `?` for exactly one.

~~~toml options
headings = ["## Summary", "*", "## Links"]
~~~

~~~markdown bad 6
## Summary

## Conclusion

## See also
~~~

~~~markdown good
## Summary

## Grinding

## Brewing

## Links
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Heading
from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.html import without_spans
from postlint.helpers.spans import inline_spans


@dataclass(frozen=True, slots=True)
class Options:
    headings: tuple[str, ...] | None = None
    """The required outline; if not set, nothing is checked."""
    match_case: bool = False
    """Match case."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD043", "required-headings"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    outline = options.headings
    if outline is None:
        return
    at, any_number = 0, False
    for heading in post.headings:
        expected = outline[at] if at < len(outline) else None
        actual = _without_tags(post, heading, options)
        if expected is None and not any_number:
            yield Finding(f"heading {quoted(_as_written(heading))} is not in the required outline", heading.span)
            return
        at += 1
        if expected == "*":
            following = outline[at] if at < len(outline) else None
            if following is not None and _equal(following, actual, options):
                at += 1
            else:
                any_number = True
        elif expected == "+":
            any_number = True
        elif expected == "?":
            continue
        elif expected is not None and _equal(expected, actual, options):
            any_number = False
        elif any_number:
            at -= 1
        else:
            yield Finding(f"heading {quoted(_as_written(heading))}, expected {quoted(str(expected))}", heading.span)
            return
    missing = outline[at:]
    if missing and missing != ("*",) and (post.headings or set(outline) != {"*"}):
        end = len(post.text)
        yield Finding(f"missing heading {quoted(missing[0])}", Span(end, end))


def _without_tags(post: Post, heading: Heading, options: Options) -> str:
    """A heading as it is written in the outline: without HTML tags, except those in other inline markup."""
    text = heading.text
    if "<" in text:
        start, end = heading.content
        markup = [inline.span for inline in post.body.inlines if inline.kind != "html"]
        markup += [link.span for link in post.links]
        tags = [tag for tag in inline_spans(post, "html") if start <= tag.start < end]
        tags = [tag for tag in tags if not any(_contains(span, tag) for span in markup)]
        text = without_spans(text, start, tags)
    return _folded(f"{'#' * heading.level} {text}".replace("\n", " "), options)


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _equal(expected: str, actual: str, options: Options) -> bool:
    return _folded(expected, options) == actual


def _folded(text: str, options: Options) -> str:
    return text if options.match_case else text.lower()


def _as_written(heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.text}".replace("\n", " ")
