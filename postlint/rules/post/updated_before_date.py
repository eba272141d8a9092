"""Update date before the publication date.

One of the two dates is wrong. Both are read as the generator reads them. The same day is accepted.

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
_SEPARATORS = str.maketrans("", "", "-_ ")


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    if post.front_matter is None:
        return
    published = _days(post, _PUBLISHED)
    if not published:
        return
    first_day = min(published.values())
    for path, day in _days(post, _UPDATED).items():
        if day < first_day:
            message = f"updated on {day}, before the publication date {first_day}"
            yield Finding(message, post.front_matter.span_of(path))


def _days(post: Post, keys: frozenset[str]) -> dict[KeyPath, date]:
    """The days given by some keys, also within a `date` or `last_update` mapping."""
    days: dict[KeyPath, date] = {}
    for key, value in post.data.items():
        plain_key = _plain_key(key)
        if isinstance(value, str) and plain_key in keys:
            days |= _day(post, (key,), value)
        elif isinstance(value, dict) and plain_key in ("date", "lastupdate"):
            for inner_key, inner_value in value.items():
                plain_inner_key = _plain_key(inner_key)
                if plain_key == "date":
                    matches = plain_inner_key in keys
                else:
                    matches = plain_inner_key == "date" and plain_key in keys
                if matches and isinstance(inner_value, str):
                    days |= _day(post, (key, inner_key), inner_value)
    return days


@lru_cache(maxsize=1024)
def _plain_key(key: str) -> str:
    return key.lower().translate(_SEPARATORS)


def _day(post: Post, path: KeyPath, text: str) -> dict[KeyPath, date]:
    day = None if impossible(text) else post.generator.dates.parse(text)
    return {path: day} if day else {}
