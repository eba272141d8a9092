"""Schema violation in front matter.

postlint has a schema for each generator (`postlint schema show hugo`): for example, a list where the generator expects
a string is shown as `["a", "b"]` or stops the build. You can configure your own JSON Schema (drafts 4 to 2020-12) with
whatever your site needs: required keys, allowed values, patterns, formats (`date`, `uri`, or the dates of a generator:
`postlint-date-hugo`). Violations of your own schema are errors. `$ref` can refer to the schema itself and to files
next to it; postlint never uses the network.

~~~markdown bad 3 generator=hugo
---
title: Tea in five minutes
params: [green, black]
---

Boil the water first.
~~~

~~~markdown good generator=hugo
---
title: Tea in five minutes
params:
  kinds: [green, black]
---

Boil the water first.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Post, SchemaOptions, post_rule
from postlint.schema import Schema, load_schema, validate


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    beyond_markdown=True,
    partials=False,
    from_schema=lambda schema: {"schema": schema},
)
def check(post: Post, options: SchemaOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or not front_matter.readable:
        return
    for name in [options.schema] if options.schema else post.generator.front_matter.schemas_for(post.site_path):
        schema = load_schema(name)
        data: Mapping[str, Any] = front_matter.data
        originals: Mapping[Any, str] = {}
        if post.generator.front_matter.keys_ignore_case:
            data, originals = _with_schema_case(schema, data)
        for violation in validate(data, schema):
            path = violation.path
            if path:
                path = (originals.get(path[0], path[0]), *path[1:])
            if violation.missing_key and schema.builtin and not post.is_post:
                continue  # Only posts need the keys that a built-in schema requires.
            about_key = violation.unknown_key or violation.missing_key
            span = front_matter.key_span_of(path) if about_key else front_matter.span_of(path)
            yield Finding(violation.message, span, severity=None if schema.builtin else ERROR)


def _with_schema_case(schema: Schema, data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[Any, str]]:
    """The data with keys in the case of the schema, and the original key for each of these."""
    cases = {key.lower(): key for key in schema.known}
    originals: dict[Any, str] = {cases.get(key.lower(), key): key for key in data}
    return {key: data[original] for key, original in originals.items()}, originals
