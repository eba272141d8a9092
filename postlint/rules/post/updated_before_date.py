"""A post says that it was changed before it was published.

One of the two days is wrong. Both are read as the generator reads them; the same day is fine.

~~~markdown bad 4
---
title: Tea in five minutes
date: 2024-03-01
updated: 2023-03-05
---

Boil the water first.
~~~

~~~markdown good
---
title: Tea in five minutes
date: 2024-03-01
updated: 2024-03-05
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from postlint.core.front_matter import KeyPath
from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule
from postlint.generators.shared.date_problems import impossible

_UPDATED = frozenset(
    {
        "updated", "updateddate", "updatedat", "updateddatetime", "modified", "modifieddate", "lastmod",
        "lastmodified", "lastmodifiedat", "lastupdated", "lastupdate", "datemodified", "dateupdated",
    }
)  # fmt: skip
_PUBLISHED = frozenset({"date", "pubdate", "publishdate", "published", "publishedat", "created"})
_MARKS = str.maketrans("", "", "-_ ")


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if post.front_matter is None:
        return
    published = _days(post, _PUBLISHED)
    if not published:
        return
    first = min(published.values())
    for path, day in _days(post, _UPDATED).items():
        if day < first:
            yield Finding(f"changed on {day}, before it was published on {first}", post.front_matter.span_of(path))


def _days(post: Post, keys: frozenset[str]) -> dict[KeyPath, date]:
    """The days that keys name, also below a `date` or `last_update`."""
    found: dict[KeyPath, date] = {}
    for key, value in post.data.items():
        plain = _plain(key)
        if isinstance(value, str) and plain in keys:
            found |= _day(post, (key,), value)
        elif isinstance(value, dict) and plain in ("date", "lastupdate"):
            for part, inner in value.items():
                name = _plain(part)
                if isinstance(inner, str) and (name in keys if plain == "date" else name == "date" and plain in keys):
                    found |= _day(post, (key, part), inner)
    return found


@lru_cache(maxsize=1024)
def _plain(key: str) -> str:
    return key.lower().translate(_MARKS)


def _day(post: Post, path: KeyPath, text: str) -> dict[KeyPath, date]:
    day = None if impossible(text) else post.generator.dates.parse(text)
    return {path: day} if day else {}
