"""Different dates in file name and front matter.

Jekyll and Zola take the date from the front matter, so the post is published on another day than its file name
suggests. Often one of the two is a typo. A difference of one day is accepted, because time zones can cause it.

~~~markdown bad 3 generator=jekyll in _posts/2024-07-11-tea.md
---
title: Tea in five minutes
date: 2024-11-14
---

Boil the water first.
~~~

~~~markdown good generator=jekyll in _posts/2024-11-14-tea.md
---
title: Tea in five minutes
date: 2024-11-14 08:00:00 +0100
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import RECOMMENDED, WARNING, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    max_days: int = 1
    """The largest accepted difference, in days."""


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    value = post.data.get("date")
    if post.front_matter is None or not isinstance(value, str):
        return
    span = post.front_matter.span_of(("date",))
    file_name_day = post.generator.dates.from_file_name(post.site_path)
    day = post.generator.dates.parse(value) if file_name_day else None
    if not file_name_day or not day or abs((day - file_name_day).days) <= options.max_days:
        return
    if not post.generator.dates.problem(value, post.source[span]):  # `front-matter/invalid-date` reports it.
        yield Finding(f"date {day}, expected {file_name_day} as in the file name", span)
