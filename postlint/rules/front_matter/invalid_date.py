"""Invalid date.

The generator rejects a date, or reads it as another day. Each generator reads dates in its own way: `2021-11-20 10:00`
is fine in Jekyll, but Hugo and Zola cannot build the site without the seconds; `2021-02-30` is 2 March in Jekyll; no
generator accepts month 24.

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


@post_rule(preset=RECOMMENDED, severity=ERROR, changes_front_matter=True, beyond_markdown=True, partials=False)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter, generator = post.front_matter, post.generator
    if front_matter is None:
        return
    dates = generator.dates
    is_used = dates.used_for(post.site_path)
    for key, value in front_matter.data.items():
        is_known = (key.lower() if generator.front_matter.keys_ignore_case else key) in dates.keys
        if not is_known and not _is_date_key(key):
            continue
        span = front_matter.span_of((key,))
        written = post.source[span]
        problem = dates.problem(value, written) if is_known and is_used else None
        if problem is None:
            yield from _impossible(post, key, is_known)
            continue
        expected = problem.replacement
        fix = None
        if expected and isinstance(value, str) and written.count(value) == 1 and not dates.problem(expected, expected):
            edit = Edit(span, written.replace(value, expected))
            fix = Fix(f"Replace with {quoted(expected)}", (edit,), safe=False)
        yield Finding(problem.message, span, fix, problem.severity)


@lru_cache(maxsize=1024)
def _is_date_key(key: str) -> bool:
    return _DATE_KEY.fullmatch(key) is not None


def _impossible(post: Post, key: str, is_known: bool) -> Iterator[Finding]:
    """Days that no calendar has, also in a mapping of dates; a warning if the generator does not read the key."""
    assert post.front_matter is not None
    value = post.front_matter.data[key]
    parts: dict[Any, Any] = value if isinstance(value, dict) else {None: value}
    for part, date in parts.items():
        if isinstance(date, str) and _DASHED.match(date) and not is_template(date) and (fault := impossible(date)):
            span = post.front_matter.span_of((key,) if part is None else (key, part))
            severity = None if is_known else WARNING
            yield Finding(f"date {quoted(date)} {fault}, expected `YYYY-MM-DD`", span, severity=severity)
