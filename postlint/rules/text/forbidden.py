"""Forbidden pattern.

Each pattern is a rule of your own, without code: a name, a regular expression, and what to write instead.

```toml
[[rules."text/forbidden".patterns]]
name = "no-utilise"
pattern = '\\butili[sz]e'
replacement = "use"
message = "plain words, please"
where = ["prose", "headings"]
```

Only `name` and `pattern` are required. `where` lists the parts of a post to search: `prose` (the default, which
includes headings), `headings`, `code`, `links` (URLs) and `front-matter`. With `replacement`, `--fix` writes it; `\\1`
is the pattern's first group. `ignore-case` defaults to false and `severity` to `warning`. `^` and `$` match at the
start and the end of a line.

In settings, comments and reports a pattern has its own name: `forbidden/no-utilise`, or just `no-utilise`, as in
`--ignore no-utilise`, in `<!-- postlint-disable-line no-utilise -->`, or in `[rules.no-utilise]` with a `severity`.
`text/forbidden` stands for all of them.

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
message = "URL of this site, expected a path without the domain"
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

from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Severity, Span, Variant, post_rule
from postlint.helpers.patterns import Match, check_pattern, check_replacement, find_all

Part = Literal["prose", "headings", "code", "links", "front-matter"]
_NAME = re.compile(r"[A-Za-z][\w.-]*")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern and what to report where it matches."""

    name: str
    """The rule's name: `forbidden/NAME`, or the name alone."""
    pattern: str
    """A regular expression."""
    message: str | None = None
    """What is wrong with a match."""
    replacement: str | None = None
    """What to write instead."""
    where: tuple[Part, ...] = ("prose",)
    """The parts of a post to search."""
    ignore_case: bool = False
    """Ignore case."""
    severity: Literal["error", "warning", "info"] | None = None
    """The severity of its findings; `warning` if neither it nor the rule has one."""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"name is {quoted(self.name)}, expected letters, digits and hyphens")
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
    """Tables with `name` and `pattern`, and optionally `message`, `replacement`, `where`, `ignore-case`, `severity`."""

    def __post_init__(self) -> None:
        names = [pattern.name for pattern in self.patterns]
        for index, name in enumerate(names):
            if name in names[:index]:
                raise ValueError(f"two patterns have the name {quoted(name)}")


def _variants(options: Options) -> Iterator[Variant]:
    """A rule for each pattern."""
    for pattern in options.patterns:
        severity = Severity[pattern.severity.upper()] if pattern.severity else None
        yield Variant(f"forbidden/{pattern.name}", (pattern.name,), {"patterns": (pattern,)}, severity)


@post_rule(preset=OPT_IN, severity=WARNING, changes_html=True, changes_front_matter=True, expand=_variants)
def check(post: Post, options: Options) -> Iterator[Finding]:
    for pattern in options.patterns:
        try:
            yield from _findings(post, pattern)
        except TimeoutError:
            start = Span(post.body_start, post.body_start)
            yield Finding(f"pattern {quoted(pattern.name)} timed out; simplify it", start)


def _findings(post: Post, pattern: Pattern) -> list[Finding]:
    matches = {
        (span.start + match.start, span.start + match.end): match
        for part in pattern.where
        for span in _spans(post, part)
        for match in find_all(pattern.expression, post.source[span], pattern.replacement)
        if match.end > match.start and _is_in_part(post, part, span.start + match.start, span.start + match.end)
    }
    findings = [_finding(post, pattern, Span(*span), match) for span, match in sorted(matches.items())]
    return [finding for finding in findings if finding is not None]


def _finding(post: Post, pattern: Pattern, span: Span, match: Match) -> Finding | None:
    text, replacement = post.source[span], match.replacement
    if text == replacement:
        return None
    fix = None
    expected = "which is forbidden"
    if replacement is not None:
        fix = Fix(f"Replace with {quoted(replacement)}" if replacement else "Remove it", (Edit(span, replacement),))
        expected = f"expected {quoted(replacement)}" if replacement else "expected nothing"
    severity = Severity[pattern.severity.upper()] if pattern.severity else None
    return Finding(pattern.message or f"{quoted(text)}, {expected}", span, fix, severity)


def _is_in_part(post: Post, part: Part, start: int, end: int) -> bool:
    """Whether a match in prose or a heading is text: not code, URLs, HTML or template tags."""
    if part not in ("prose", "headings"):
        return True
    return post.prose[start:end] == post.text[start:end] and not post.masked(Span(start, end))


def _spans(post: Post, part: Part) -> Iterator[Span]:
    match part:
        case "prose":
            yield Span(post.body_start, len(post.text))
        case "headings":
            yield from (heading.content for heading in post.headings)
        case "code":
            blocks = [block for block in post.code_blocks if block.offsets]
            yield from (
                Span(block.offsets[0], block.closing.start if block.closing else block.span.end) for block in blocks
            )
            yield from (inline.content for inline in post.body.inlines if inline.kind == "code")
        case "links":
            yield from (link.target_span for link in post.links if link.kind in ("inline", "autolink"))
            yield from (image.target_span for image in post.images if image.kind in ("inline", "html"))
            for definition in post.body.definitions:
                at = post.text.rfind(definition.target, *definition.span)
                yield Span(at, at + len(definition.target))
        case "front-matter":
            if post.front_matter is not None:
                yield post.front_matter.content
