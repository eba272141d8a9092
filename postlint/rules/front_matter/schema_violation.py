"""A front matter value is not what the schema expects.

The schemas that come with postlint (`postlint schema show hugo`) know what each generator reads: a list where it takes
text is printed as `["a", "b"]` or stops the build. Give your own JSON Schema (drafts 4 to 2020-12) in an override and
its violations are errors: required keys, allowed values, patterns, formats (`date`, `uri`, or a generator's own dates:
`postlint-date-hugo`), whatever your site needs. `$ref` works within the schema and to files beside it; postlint never
uses the network.

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


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True, from_schema=lambda schema: {"schema": schema})
def check(post: Post, options: SchemaOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or not front_matter.readable or post.generator.is_partial(post.site_path):
        return
    for name in [options.schema] if options.schema else post.generator.schemas_for(post.site_path):
        schema = load_schema(name)
        data, written = _spelt_as(schema, front_matter.data) if post.generator.keys_ignore_case else (post.data, {})
        for violation in validate(data, schema):
            path = tuple(written.get(part, part) if at == 0 else part for at, part in enumerate(violation.path))
            if violation.missing_key and schema.builtin and not post.is_post:
                continue  # a page can do without what a post must have
            about_key = violation.unknown_key or violation.missing_key
            place = front_matter.key_span_of(path) if about_key else front_matter.span_of(path)
            yield Finding(violation.message, place, severity=None if schema.builtin else ERROR)


def _spelt_as(schema: Schema, data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str | int, str]]:
    """The data with the schema's spelling of its keys, and each of these as it is written."""
    spelling = {key.lower(): key for key in schema.known}
    written: dict[str | int, str] = {spelling.get(key.lower(), key): key for key in data}
    return {spelt: data[key] for spelt, key in written.items() if isinstance(spelt, str)}, written
