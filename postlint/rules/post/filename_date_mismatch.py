"""File name and front matter name different days.

Jekyll takes the day in the address from the `date` of the front matter, Zola too; the file's name then says
something else to whoever looks for the post. Often one of the two was mistyped. A day's difference is let pass: a
time zone can make it.

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
    """How many days the two may lie apart."""


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    written = post.data.get("date")
    if post.front_matter is None or not isinstance(written, str):
        return
    place = post.front_matter.span_of(("date",))
    named = post.generator.dates.from_file_name(post.site_path)
    said = post.generator.dates.parse(written) if named else None
    if not named or not said or abs((said - named).days) <= options.max_days:
        return
    if not post.generator.dates.problem(written, post.source[place]):  # another rule speaks of that
        yield Finding(f"`date` is {said}, but the file name says {named}", place)
