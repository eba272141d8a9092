"""Misspelled front matter key.

Generators silently ignore keys that they do not know: with `desciption` the page has no description. A key is reported
if it is one typo away from a key that the generator reads, and the post does not have that key. Your own keys are not
reported, and neither are plurals and words with another meaning. Zola reads `tags` only in `[taxonomies]`.

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
    """The schema with the known keys; empty: the generator's own."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    changes_front_matter=True,
    beyond_markdown=True,
    partials=False,
    aliases=("front-matter/misspelt-key",),
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter, generator = post.front_matter, post.generator
    if front_matter is None:
        return
    # An unknown generator may ignore case.
    ignore_case = generator.front_matter.keys_ignore_case or not generator.is_known
    schemas = (options.schema,) if options.schema else generator.front_matter.schemas_for(post.site_path)
    if any(is_closed(load_schema(schema)) for schema in schemas):
        return  # each unknown key is a schema violation, which suggests the right key
    for key in front_matter.data.keys() - set().union(*(load_schema(schema).known for schema in schemas)):
        span = front_matter.key_span_of((key,))
        if key in generator.front_matter.table_keys and not options.schema:
            table = generator.front_matter.table
            yield Finding(
                f"key {quoted(key)} at the top level, expected in `[{table}]`: {generator.title} ignores it", span
            )
            continue
        expected = _expected(schemas, key, ignore_case)
        if expected is None or any(expected.lower() == other.lower() for other in front_matter.data if other != key):
            continue
        fix = Fix(f"Rename to {quoted(expected)}", (Edit(span, expected),), safe=False)
        message = f"unknown key {quoted(key)}, did you mean {quoted(expected)}?"
        yield Finding(message, span, fix if post.source[span] == key else None)


@lru_cache(maxsize=4096)
def _expected(schema_names: tuple[str, ...], key: str, ignore_case: bool) -> str | None:
    """The key that was meant. Keys without a description in the schema are for themes, and are not suggested."""
    schemas = [load_schema(name) for name in schema_names]
    if ignore_case and any(key.lower() == known.lower() for schema in schemas for known in schema.known):
        return None
    targets = sorted(known for schema in schemas for known, meaning in schema.properties.items() if meaning is not True)
    return next((known for known in targets if is_typo(key, known, case_counts=not ignore_case)), None)
