"""Missing front matter.

Zola cannot build a site with such a file. Neither can Hugo if the text begins with `-`, `+` or `{`, as a list or a
shortcode does: it then expects front matter. In other generators the page has no title and no date; enable `required`
for the folders in which every file should have front matter. Partials (`_includes`) need none.

~~~markdown bad 1 generator=zola in content/first.md
Hello from the first post.
~~~

~~~markdown good generator=zola in content/first.md
+++
title = "First"
+++

Hello from the first post.
~~~

~~~markdown bad 1 generator=hugo in content/posts/first.md
- Hello from the first post.
~~~

~~~toml options
required = true
~~~

~~~markdown bad 1
# First

Hello from the first post.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import ERROR, RECOMMENDED, Finding, Post, post_rule


@dataclass(frozen=True, slots=True)
class Options:
    required: bool = False
    """Expect front matter even if the generator does not need it; set it in an override for some folders."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    beyond_markdown=True,
    partials=False,
    from_schema=lambda _schema: {"required": True},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    generator = post.generator
    if post.front_matter or not post.text.strip():
        return
    if generator.front_matter.is_required(post.site_path):
        yield Finding(f"missing front matter: {generator.title} cannot build the site", post.source.line(1))
    elif post.front_matter_problems:
        return
    elif start := generator.front_matter.invalid_start(post.site_path, post.text):
        message = f"missing front matter, which {generator.title} expects in a file that begins with `{start}`"
        yield Finding(f"{message}: it cannot build the site", post.source.line(1))
    elif options.required:
        yield Finding("missing front matter, expected at the top of the file", post.source.line(1))
