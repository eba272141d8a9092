"""The text has what the configuration forbids.

Each pattern is a rule of one's own without any code: a name, a regular expression, and what to write instead.

```toml
[[rules."text/forbidden".patterns]]
name = "no-utilise"
pattern = '\\butili[sz]e'
replacement = "use"
message = "plain words, please"
where = ["prose", "headings"]
```

Besides `name` and `pattern`, all of it may be left out. `where` lists the parts of a post that are searched: `prose`
(headings too; what one does without it), `headings`, `code`, `links` (URLs) and `front-matter`. With
`replacement`, `--fix` writes it; `\\1` stands for the pattern's first group. `ignore-case` is false and `severity` is
`warning` unless said otherwise. `^` and `$` stand for the ends of lines.

In settings, comments and reports the pattern goes by its own name: `forbidden/no-utilise`, or `no-utilise` alone, in
`--ignore no-utilise`, in `<!-- postlint-disable-line no-utilise -->`, in `[rules.no-utilise]` with a `severity`. All of
them together are `text/forbidden`.

~~~toml options
[[patterns]]
name = "no-utilise"
pattern = '\\butili[sz]e'
replacement = "use"
ignore-case = true

[[patterns]]
name = "no-own-domain"
pattern = '^https?://(?:www\\.)?example\\.org(/\\S*)'
replacement = '\\1'
message = "an address of this site, expected it without the domain"
where = ["links"]
~~~

~~~markdown bad 1 3
We utilise filters.

See [the shop](https://example.org/shop/).
~~~

~~~markdown fixed
We use filters.

See [the shop](/shop/).
~~~

~~~markdown good
We use `utilise()`, and [another shop](https://example.com/utilise).
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Severity, Span, post_rule
from postlint.helpers.patterns import Match, check_pattern, check_replacement, find_all

Part = Literal["prose", "headings", "code", "links", "front-matter"]
_NAME = re.compile(r"[A-Za-z][\w.-]*")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern and what to say where it is found."""

    name: str
    """What the rule is called: `forbidden/NAME`, or the name alone."""
    pattern: str
    """A regular expression."""
    message: str | None = None
    """What is wrong with it."""
    replacement: str | None = None
    """What to write in its place."""
    where: tuple[Part, ...] = ("prose",)
    """The parts of a post to search."""
    ignore_case: bool = False
    """Whether upper and lower case are one."""
    severity: Literal["error", "warning", "info"] = "warning"
    """How bad it is."""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"name is '{self.name}', expected letters, digits and hyphens")
        check_pattern(self.pattern, "pattern")
        if self.replacement is not None:
            check_replacement(self.pattern, self.replacement, "replacement")

    @property
    def expression(self) -> str:
        """The pattern with its flags."""
        return f"(?i){self.pattern}" if self.ignore_case else self.pattern


@dataclass(frozen=True, slots=True)
class Options:
    patterns: tuple[Pattern, ...] = ()
    """Tables with `name`, `pattern` and, as wanted, `message`, `replacement`, `where`, `ignore-case`, `severity`."""


@post_rule(preset=OPT_IN, severity=WARNING, changes_html=True, changes_front_matter=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for one in options.patterns:
        try:
            yield from _findings(post, one)
        except TimeoutError:
            start = Span(post.body_start, post.body_start)
            yield Finding(f"the pattern of `{one.name}` takes too long here, expected a simpler one", start)


def _findings(post: Post, one: Pattern) -> list[Finding]:
    places = {
        (span.start + match.start, span.start + match.end): match
        for part in one.where
        for span in _spans(post, part)
        for match in find_all(one.expression, post.source[span], one.replacement)
        if match.end > match.start and _counts(post, part, span.start + match.start, span.start + match.end)
    }
    found = [_finding(post, one, Span(*place), match) for place, match in sorted(places.items())]
    return [each for each in found if each is not None]


def _finding(post: Post, one: Pattern, span: Span, match: Match) -> Finding | None:
    there, new = post.source[span], match.replacement
    if there == new:
        return None
    fix = None
    expected = ", which is forbidden"
    if new is not None:
        fix = Fix(f"Write `{new}`" if new else "Remove it", (Edit(span, new),))
        expected = f", expected `{new}`" if new else ", expected nothing"
    shown = " ".join(there.split())
    return Finding(
        one.message or f"`{shown}`{' '.join(expected.split(chr(10)))}", span, fix, Severity[one.severity.upper()]
    )


def _counts(post: Post, part: Part, start: int, end: int) -> bool:
    """Whether a place is prose where it has to be: not code, URLs, HTML or template tags."""
    if part not in ("prose", "headings"):
        return True
    return post.prose[start:end] == post.text[start:end] and not post.masked(Span(start, end))


def _spans(post: Post, part: Part) -> Iterator[Span]:
    match part:
        case "prose":
            yield Span(post.body_start, len(post.text))
        case "headings":
            yield from (one.content for one in post.headings)
        case "code":
            blocks = [one for one in post.code_blocks if one.offsets]
            yield from (Span(one.offsets[0], one.closing.start if one.closing else one.span.end) for one in blocks)
            yield from (one.content for one in post.body.inlines if one.kind == "code")
        case "links":
            yield from (one.target_span for one in post.links if one.kind in ("inline", "autolink"))
            yield from (one.target_span for one in post.images if one.kind in ("inline", "html"))
            for definition in post.body.definitions:
                at = post.text.rfind(definition.target, *definition.span)
                yield Span(at, at + len(definition.target))
        case "front-matter":
            if post.front_matter is not None:
                yield post.front_matter.content
