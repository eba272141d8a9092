"""A front matter key looks like a slip of the pen.

Generators ignore keys that they do not know, without a word: with `desciption` the page has no description. A key is
reported if one slip parts it from one that the generator reads and that key is not there. Keys of your own are yours:
plurals and words that mean something else are left alone. Zola finds `tags` only below `[taxonomies]`.

~~~markdown bad 3
---
title: Tea in five minutes
desciption: How to boil water
---

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
description: How to boil water
---

Boil the water first.
~~~

~~~markdown bad 3 generator=zola in content/tea.md
+++
title = "Tea in five minutes"
tags = ["tea"]
+++

Boil the water first.
~~~

~~~markdown good generator=zola in content/tea.md
+++
title = "Tea in five minutes"

[taxonomies]
tags = ["tea"]
+++

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from postlint.core.messages import quoted
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, post_rule
from postlint.core.typos import is_typo
from postlint.schema import is_closed, load_schema


@dataclass(frozen=True, slots=True)
class Options:
    schema: str = ""
    """The schema whose keys are meant; without one, the generator's own."""


_TAXONOMIES = frozenset({"tags", "categories"})


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    changes_front_matter=True,
    beyond_markdown=True,
    aliases=("front-matter/misspelt-key",),
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or post.generator.is_partial(post.site_path):
        return
    # Plain Markdown may be for a generator to which the case says nothing.
    ignore_case = post.generator.keys_ignore_case or post.generator.name == "none"
    schemas = (options.schema,) if options.schema else post.generator.schemas_for(post.site_path)
    if any(is_closed(load_schema(schema)) for schema in schemas):
        return  # each unknown key is a violation, which says what was meant
    for key in front_matter.data.keys() - set().union(*(load_schema(schema).known for schema in schemas)):
        place = front_matter.key_span_of((key,))
        if post.generator.name == "zola" and not options.schema and key in _TAXONOMIES:
            yield Finding(f"Zola ignores {quoted(key)} here, expected it below `[taxonomies]`", place)
            continue
        meant = _meant(schemas, key, ignore_case)
        if meant is None or any(meant.lower() == other.lower() for other in front_matter.data if other != key):
            continue
        fix = Fix(f"Rename it to `{meant}`", (Edit(place, meant),), safe=False)
        message = f"unknown key {quoted(key)}, did you mean `{meant}`?"
        yield Finding(message, place, fix if post.source[place] == key else None)


@lru_cache(maxsize=4096)
def _meant(names: tuple[str, ...], key: str, ignore_case: bool) -> str | None:
    """The key that was meant; those that a schema knows without saying more are themes' own, and no targets."""
    schemas = [load_schema(name) for name in names]
    if ignore_case and any(key.lower() == known.lower() for schema in schemas for known in schema.known):
        return None
    targets = sorted(known for schema in schemas for known, meaning in schema.properties.items() if meaning is not True)
    return next((known for known in targets if is_typo(key, known, case_counts=not ignore_case)), None)
