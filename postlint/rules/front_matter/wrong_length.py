"""Front matter value too long or too short.

Search engines and link previews cut off long titles and descriptions. Only keys with limits are checked. A value
above the recommended length is reported as info, a value above the maximum or below the minimum as a warning.

~~~toml options
[fields]
title = { recommended = 20, maximum = 30 }
description = { minimum = 10 }
~~~

~~~markdown bad 2 3
---
title: Tea in five minutes, no more
description: How to
---

Boil the water first.
~~~

~~~markdown good
---
title: Tea in five minutes
description: How to boil water
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from postlint.core.messages import quoted
from postlint.core.rule import INFO, OPT_IN, WARNING, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers of characters; 0 means no limit."""

    minimum: int = 0
    """The minimum length."""
    recommended: int = 0
    """The maximum length that is shown in full."""
    maximum: int = 0
    """The maximum length."""


@dataclass(frozen=True, slots=True)
class Options:
    fields: Mapping[str, Limits] = field(
        default_factory=lambda: {
            "title": Limits(recommended=60, maximum=100),
            "description": Limits(recommended=160, maximum=300),
        }
    )
    """The limits of each key: `{ title = { recommended = 60, maximum = 100 } }`."""


@post_rule(preset=OPT_IN, severity=WARNING, beyond_markdown=True, partials=False, aliases=("front-matter/length",))
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    for key, limits in options.fields.items():
        text = front_matter.data.get(key)
        if not isinstance(text, str):
            continue
        length = len(text.strip())
        actual = f"{quoted(key)} has {length} character{'s' * (length != 1)}"
        span = front_matter.span_of((key,))
        if limits.maximum and length > limits.maximum:
            yield Finding(f"{actual}, expected at most {limits.maximum}", span)
        elif length < limits.minimum:
            yield Finding(f"{actual}, expected at least {limits.minimum}", span)
        elif limits.recommended and length > limits.recommended:
            yield Finding(f"{actual}, recommended are at most {limits.recommended}", span, severity=INFO)
