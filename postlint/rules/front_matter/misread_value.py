"""Misread front matter value.

The generator reads a value as something else than the author meant. Nothing fails, but something is lost: `draft: yes`
is a string in Hugo, which publishes the page. `tags: tea, water` is two tags in one generator and one in another.
Without quotes, `1.10` is the number 1.1, and a string ends before ` #`, which begins a comment in YAML.

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

from postlint.core.front_matter import FrontMatter, KeyPath
from postlint.core.messages import backticked
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule
from postlint.generators.shared.scalars import scalar_problem, swallowed

_TAGS = re.compile(r"#[^#]*\s#")
"""Several hashtags are meant to be a list."""


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_front_matter=True, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    has_comments = front_matter.format == "yaml" and " #" in post.source[front_matter.content]
    for path, value in _values(front_matter):
        if isinstance(value, str | int | float):
            yield from _value(post, front_matter, path, value)
        if has_comments and path[0] not in post.generator.front_matter.comment_free_keys:
            span = front_matter.span_of(path)
            rest = swallowed(str(path[0]), value, post.text, span, item=len(path) > 1)
            if rest:
                yield _comment(post, span, rest)


def _values(front_matter: FrontMatter) -> Iterator[tuple[KeyPath, Any]]:
    """The values at the top level, and the items of lists there."""
    for key, value in front_matter.data.items():
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield (key, index), item
        elif not isinstance(value, dict):
            yield (key,), value


def _value(post: Post, front_matter: FrontMatter, path: KeyPath, value: str | float) -> tuple[Finding, ...]:
    key, span = str(path[0]), front_matter.span_of(path)
    written = post.source[span]
    problem = post.generator.front_matter.value_problem(key, value, written) if len(path) == 1 else None
    problem = problem or scalar_problem(key, value, written, front_matter.format, post.generator)
    if problem is None:
        return ()
    fix = None
    if problem.replacement:
        edit = Edit(span, problem.replacement)
        fix = Fix(f"Replace with {backticked(problem.replacement)}", (edit,), safe=False)
    return (Finding(problem.message, span, fix, problem.severity),)


def _comment(post: Post, value: Span, rest: Span) -> Finding:
    whole = Span(value.start if value.end > value.start else rest.start, rest.end)
    text = post.source[whole]
    quote = "'" if '"' in text or "\\" in text else '"'
    fix = None
    if quote not in text and "\n" not in text and not _TAGS.match(text):
        fix = Fix("Quote the whole value", (Edit(whole, f"{quote}{text}{quote}"),), safe=False)
    message = f"{backticked(post.source[rest])} is a comment in YAML, expected quotes around the whole value"
    return Finding(message, rest, fix)
