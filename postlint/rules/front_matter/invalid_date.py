"""The generator refuses a date, or reads it as another day.

Each generator reads dates in its own way. `2021-11-20 10:00` is fine for Jekyll, but Hugo and Zola want the seconds
and fail to build the site without them; `2021-02-30` is the 2nd of March to Jekyll; there is no month 24 anywhere.

~~~markdown bad 3 generator=hugo
---
title: Tea in five minutes
date: 2024-03-01 10:00
---

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
date: 2024-03-01 10:00:00
---

Boil the water first.
~~~

~~~markdown bad 3
---
title: Tea in five minutes
date: 2024-24-01
---

Boil the water first.
~~~

~~~markdown good generator=jekyll
---
title: Tea in five minutes
date: March 1, 2024 10:00
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, post_rule
from postlint.generators.shared.date_problems import impossible, is_template

_DATE_KEY = re.compile(
    r"(?:.*[-_ ])?(?:date|modified|updated|created)(?:[-_]at)?|\w*[a-z]Date|lastmod|published_at", re.ASCII
)
_DASHED = re.compile(r"\d{4}[-/]")


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_front_matter=True, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or post.generator.is_partial(post.site_path):
        return
    generator = post.generator
    judged = generator.reads_dates(post.site_path)
    for key, value in front_matter.data.items():
        known = (key.lower() if generator.keys_ignore_case else key) in generator.date_keys
        if not known and not _is_date_key(key):
            continue
        span = front_matter.span_of((key,))
        written = post.source[span]
        problem = generator.date_problem(value, written) if known and judged else None
        if problem is None:
            yield from _impossible(post, key, known)
            continue
        meant = problem.replacement
        fix = None
        if meant and isinstance(value, str) and written.count(value) == 1 and not generator.date_problem(meant, meant):
            fix = Fix(f"Write `{meant}`", (Edit(span, written.replace(value, meant)),), safe=False)
        yield Finding(problem.message, span, fix, problem.severity)


@lru_cache(maxsize=1024)
def _is_date_key(key: str) -> bool:
    return _DATE_KEY.fullmatch(key) is not None


def _impossible(post: Post, key: str, known: bool) -> Iterator[Finding]:
    """Days that no calendar has, also in a table of dates; a key that nobody reads as a date may stay unread."""
    assert post.front_matter is not None
    value = post.front_matter.data[key]
    parts: dict[Any, Any] = value if isinstance(value, dict) else {None: value}
    for part, text in parts.items():
        if isinstance(text, str) and _DASHED.match(text) and not is_template(text) and (said := impossible(text)):
            place = post.front_matter.span_of((key,) if part is None else (key, part))
            yield Finding(f"{quoted(text)} {said}, expected `YYYY-MM-DD`", place, severity=None if known else WARNING)
