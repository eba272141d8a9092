"""Wrong excerpt separator.

The marker that ends the excerpt of a post is one that the generator does not know, and the list of posts then shows the
whole post, or an automatic excerpt. Hugo expects `<!--more-->` and treats `<!-- more -->` as a comment; for MkDocs
Material it is the other way round. Only the first separator counts, and in some generators it has no effect if the
front matter has an `excerpt`. A misspelled one, `<--more-->`, is printed as text.

~~~markdown bad 7 generator=hugo
---
title: Tea in five minutes
---

Boil the water first.

<!-- more -->

Then wait.
~~~

~~~markdown fixed
---
title: Tea in five minutes
---

Boil the water first.

<!--more-->

Then wait.
~~~

~~~markdown good generator=zola in content/tea.md
+++
title = "Tea in five minutes"
+++

Boil the water first.

<!-- more -->

Then wait.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.messages import backticked
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.generators.shared.excerpt_separators import SEPARATOR
from postlint.helpers.lines import is_blank
from postlint.helpers.spans import inline_spans, inside

_MISSPELLED = re.compile(r"<(?!!--)!?[ \t]*[-–—]+[ \t]*more[ \t]*[-–—]+>", re.IGNORECASE)


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    expected = _expected(post)
    if expected is None:
        return
    separators = list(_separators(post, expected))
    known = next((span for span, is_known in separators if is_known), None)
    for span, is_known in separators:
        text = backticked(post.source[span])
        if span == known:
            if key := next((key for key in post.generator.excerpts.overridden_by if post.data.get(key)), None):
                yield Finding(f"excerpt separator {text} has no effect, the front matter has `{key}`", span)
        elif known is not None:
            fix = Fix("Delete the separator", (Edit(_line(post, span), ""),))
            line = post.source.line_number(known.start)
            yield Finding(f"excerpt separator {text} has no effect, the excerpt ends on line {line}", span, fix)
        elif not is_known:
            message = f"{text} does not end the excerpt in {post.generator.title}, expected `{expected.spelling}`"
            yield Finding(message, span, _replacement(span, expected))
            known = span
    if known is None:
        for match in _MISSPELLED.finditer(post.text, post.body_start):
            span = Span(*match.span())
            line_text = post.source[post.source.line(post.source.line_number(span.start))].strip()
            if line_text == match[0] == post.prose[span.start : span.end]:
                message = f"misspelled excerpt separator {backticked(match[0])}, expected `{expected.spelling}`"
                yield Finding(message, span, _replacement(span, expected))
                return


def _replacement(span: Span, separator: ExcerptSeparator) -> Fix:
    return Fix(f"Replace with `{separator.spelling}`", (Edit(span, separator.spelling),))


def _expected(post: Post) -> ExcerptSeparator | None:
    """The separator that the post chooses in its front matter, or that its generator has."""
    excerpts = post.generator.excerpts
    chosen = post.data.get(excerpts.separator_key) if excerpts.separator_key else None
    if isinstance(chosen, str) and SEPARATOR.fullmatch(chosen):
        return ExcerptSeparator(chosen, re.escape(chosen))
    return excerpts.separator


def _separators(post: Post, expected: ExcerptSeparator) -> Iterator[tuple[Span, bool]]:
    """The separators of all generators outside of code, and whether each is the expected one."""
    code = None
    for span in sorted(_spans(post)):
        if code is None:
            code = sorted(block.span for block in post.code_blocks)
            code = sorted([*code, *inline_spans(post, "code")])
        if not inside(code, span.start):
            yield span, re.fullmatch(expected.pattern, post.source[span]) is not None


def _spans(post: Post) -> Iterator[Span]:
    for opening in ("<!--", "{/*"):
        at = post.text.find(opening, post.body_start)
        while at >= 0:
            if match := SEPARATOR.match(post.text, at):
                yield Span(*match.span())
            at = post.text.find(opening, at + len(opening))


def _line(post: Post, span: Span) -> Span:
    """The separator; if it is alone on its line, with that line and the blank line below a blank line above."""
    number = post.source.line_number(span.start)
    line = post.source.line(number)
    if post.source[line].strip() != post.source[span] or number == len(post.source.line_starts):
        return span
    end = line.end + 1
    if is_blank(post, number - 1) and post.text.startswith("\n", end):
        end += 1
    return Span(line.start, end)
