"""A front matter value means something else to the generator than to its author.

Nothing fails, and something is lost: `draft: yes` is a text to Hugo, which publishes the page. `tags: tea, water` is
two tags to one generator and one to another. Without quotes, `1.10` is the number 1.1, and a text ends before ` #`,
where YAML's comments begin.

~~~markdown bad 3 4 generator=hugo
---
title: Tea in five minutes
draft: yes
tags: tea, water
---

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
draft: true
tags: ["tea", "water"]
---

Boil the water first.
~~~

~~~markdown bad 2 3
---
title: Tea tips #1
version: 1.10
---

Boil the water first.
~~~

~~~markdown fixed
---
title: "Tea tips #1"
version: "1.10"
---

Boil the water first.
~~~

~~~markdown good generator=hugo
---
title: Tea in five minutes # the short one
weight: 10
tags: [tea, water]
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from postlint.core.post import FrontMatter, KeyPath
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.generators.scalars import misread_scalar

# A text goes on behind the sign where no space follows it; `#todo` and its like are notes.
_CUT = re.compile(r"[ \t]+(?P<rest>#(?!postlint|todo\b|fixme\b|optional\b|required\b)\w[^\n]*)", re.IGNORECASE)
_CUT_KEYS = frozenset(
    {"title", "subtitle", "linktitle", "description", "summary", "excerpt", "tagline", "headline", "caption"}
)


_HASHTAGS = re.compile(r"[ \t]*(?P<rest>#\w[\w+-]*(?:[ \t,]+#\w[\w+-]*)*)[ \t]*$", re.MULTILINE)
_TAG_KEYS = frozenset({"tags", "keywords", "categories"})


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_front_matter=True, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or post.generator.is_partial(post.site_path):
        return
    comments = front_matter.format == "yaml" and " #" in post.source[front_matter.content]
    for key, value in front_matter.data.items():
        if isinstance(value, list):
            for at, item in enumerate(value):
                if isinstance(item, str | int | float):
                    yield from _value(post, front_matter, (key, at), item)
        elif isinstance(value, str | int | float):
            yield from _value(post, front_matter, (key,), value)
        if comments and key.lower() in _CUT_KEYS and not isinstance(value, list | dict):
            yield from _cut(post, front_matter.place((key,)))
        if comments and key.lower() in _TAG_KEYS:
            yield from _hashtags(post, front_matter, key, value)


def _value(post: Post, front_matter: FrontMatter, path: KeyPath, value: str | float) -> tuple[Finding, ...]:
    key, span = str(path[0]), front_matter.place(path)
    written = post.source[span]
    found = post.generator.misread(key, value, written) if len(path) == 1 else None
    found = found or misread_scalar(key, value, written, front_matter.format, post.generator)
    if found is None:
        return ()
    fix = None
    if found.replacement:
        fix = Fix(f"Write `{found.replacement}`", (Edit(span, found.replacement),), safe=False)
    return (Finding(found.message, span, fix, found.severity),)


def _cut(post: Post, span: Span) -> Iterator[Finding]:
    """A text that ends at what looks like its own next word."""
    match = None if post.text.startswith(("'", '"', "|", ">"), span.start) else _CUT.match(post.text, span.end)
    if match is None:
        return
    rest = match["rest"].rstrip()
    whole = Span(span.start if span.end > span.start else match.start("rest"), match.start("rest") + len(rest))
    text = post.source[whole]
    quote = "'" if '"' in text or "\\" in text else '"'
    fix = None
    if quote not in text and "\n" not in text:
        fix = Fix("Put the whole text in quotes", (Edit(whole, f"{quote}{text}{quote}"),), safe=False)
    yield Finding(_comment(rest), Span(match.start("rest"), whole.end), fix)


def _hashtags(post: Post, front_matter: FrontMatter, key: str, value: Any) -> Iterator[Finding]:
    """Tags written with a sign that makes a comment of them; one alone behind a key may be a note."""
    items = enumerate(value) if isinstance(value, list) else [(None, value)]
    for at, item in items:
        match = (
            None
            if item is not None
            else _HASHTAGS.match(post.text, front_matter.place((key, at) if at is not None else (key,)).end)
        )
        if match and (at is not None or match["rest"].count("#") > 1):
            yield Finding(_comment(match["rest"]), Span(*match.span("rest")))


def _comment(rest: str) -> str:
    return f"`{rest}` is a comment, not a part of the value; expected quotes around the whole"
