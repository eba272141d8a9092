"""The headings are not the outline that was agreed on.

`headings` lists them in their order, as `## Setup`. Of three entries that are no headings, `*` allows any number of
others at its place, `+` asks for one at least, and `?` for exactly one.

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


@dataclass(frozen=True, slots=True)
class Options:
    headings: tuple[str, ...] | None = None
    """The outline; nothing is checked without one."""
    match_case: bool = False
    """Tell upper from lower case."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD043", "required-headings"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    wanted = options.headings
    if wanted is None:
        return
    at, any_number = 0, False
    for heading in post.headings:
        expected = wanted[at] if at < len(wanted) else None
        actual = _outline(post, heading, options)
        if expected is None and not any_number:
            yield Finding(f"heading {quoted(_shown(post, heading))} is not in the outline", heading.span)
            return
        at += 1
        if expected == "*":
            after = wanted[at] if at < len(wanted) else None
            if after is not None and _same(after, actual, options):
                at += 1
            else:
                any_number = True
        elif expected == "+":
            any_number = True
        elif expected == "?":
            continue
        elif expected is not None and _same(expected, actual, options):
            any_number = False
        elif any_number:
            at -= 1
        else:
            yield Finding(
                f"heading {quoted(_shown(post, heading))} where {quoted(str(expected))} was expected", heading.span
            )
            return
    left = wanted[at:]
    if left and left != ("*",) and (post.headings or set(wanted) != {"*"}):
        end = len(post.text)
        yield Finding(f"no heading {quoted(left[0])}, which the outline asks for", Span(end, end))


def _outline(post: Post, heading: Heading, options: Options) -> str:
    """A heading as the outline writes it, without HTML tags."""
    text = heading.text
    if "<" in text:
        start, end = heading.content
        outer = [one.span for one in post.body.inlines if one.kind != "html"] + [one.span for one in post.links]
        for one in reversed(post.body.inlines):
            if one.kind == "html" and start <= one.span.start < end and not any(_holds(it, one.span) for it in outer):
                text = text[: one.span.start - start] + text[one.span.end - start :]
    return _folded(f"{'#' * heading.level} {text}".replace("\n", " "), options)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _same(expected: str, actual: str, options: Options) -> bool:
    return _folded(expected, options) == actual


def _folded(text: str, options: Options) -> str:
    return text if options.match_case else text.lower()


def _shown(post: Post, heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.text}".replace("\n", " ")
