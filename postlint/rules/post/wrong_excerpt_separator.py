"""The mark that ends a post's excerpt is one that the generator does not know.

Hugo wants `<!--more-->` and takes `<!-- more -->` for a comment; MkDocs Material has it the other way round. The list
of posts then shows the whole post, or a part that a machine chose. Only the first mark counts, and with some
generators none does beside an `excerpt` in the front matter. A misspelt one, `<--more-->`, is text.

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

from postlint.core.generator import ExcerptSeparator
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.generators.shared.excerpt_separators import SEPARATOR
from postlint.helpers.lines import is_blank
from postlint.helpers.spans import inside

_MISSPELT = re.compile(r"<(?!!--)!?[ \t]*[-–—]+[ \t]*more[ \t]*[-–—]+>", re.IGNORECASE)


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    own = _own(post)
    if own is None or post.generator.is_partial(post.site_path):
        return
    marks = list(_marks(post, own))
    right = [span for span, known in marks if known]
    for span, known in marks:
        mark = post.source[span]
        if right and span == right[0]:
            if key := next((key for key in own.overridden_by if post.data.get(key)), None):
                yield Finding(f"`{mark}` has no effect beside `{key}` in the front matter", span)
        elif right:
            fix = Fix("Delete it", (Edit(_line(post, span), ""),))
            line = post.source.line_number(right[0].start)
            yield Finding(f"`{mark}` has no effect, the excerpt ends on line {line}", span, fix)
        elif not known:
            fix = Fix(f"Write `{own.spelling}`", (Edit(span, own.spelling),))
            yield Finding(f"`{mark}` is only a comment to {post.generator.title}, expected `{own.spelling}`", span, fix)
            right = [span]
    if not right:
        for match in _MISSPELT.finditer(post.text, post.body_start):
            span = Span(*match.span())
            beside = post.source[post.source.line(post.source.line_number(span.start))].strip()
            if beside == match[0] == post.prose[span.start : span.end]:
                fix = Fix(f"Write `{own.spelling}`", (Edit(span, own.spelling),))
                yield Finding(f"`{match[0]}` is shown as text, expected `{own.spelling}`", span, fix)
                return


def _own(post: Post) -> ExcerptSeparator | None:
    """What ends the excerpt here: Jekyll lets a post choose."""
    chosen = post.data.get("excerpt_separator") if post.generator.name == "jekyll" else None
    if isinstance(chosen, str) and SEPARATOR.fullmatch(chosen):
        return ExcerptSeparator(chosen, re.escape(chosen), ("excerpt",))
    return post.generator.excerpt_separator


def _marks(post: Post, own: ExcerptSeparator) -> Iterator[tuple[Span, bool]]:
    """Every generator's mark outside of code, and whether it is this one's."""
    code = None
    for span in sorted(_spans(post)):
        if code is None:
            code = sorted(block.span for block in post.code_blocks)
            code = sorted([*code, *(one.span for one in post.body.inlines if one.kind == "code")])
        if not inside(code, span.start):
            yield span, re.fullmatch(own.pattern, post.source[span]) is not None


def _spans(post: Post) -> Iterator[Span]:
    for opening in ("<!--", "{/*"):
        at = post.text.find(opening, post.body_start)
        while at >= 0:
            if match := SEPARATOR.match(post.text, at):
                yield Span(*match.span())
            at = post.text.find(opening, at + len(opening))


def _line(post: Post, span: Span) -> Span:
    """The mark, with its line and the blank one below where it stands alone between blank ones."""
    number = post.source.line_number(span.start)
    line = post.source.line(number)
    if post.source[line].strip() != post.source[span] or number == len(post.source.line_starts):
        return span
    end = line.end + 1
    if is_blank(post, number - 1) and post.text.startswith("\n", end):
        end += 1
    return Span(line.start, end)
