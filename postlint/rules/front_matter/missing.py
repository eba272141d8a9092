"""A post has no front matter.

Zola refuses to build a site with such a file, and Hugo if its text begins with `-`, `+` or `{`, as a list or a
shortcode does: it then looks for front matter. Elsewhere the page has no title and no date of its own; switch
`required` on for the folders in which every file should have front matter. Parts of pages (`_includes`) need none.

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
    """Expect front matter even where the generator can do without; an override sets it for some folders."""


@post_rule(preset=RECOMMENDED, severity=ERROR, beyond_markdown=True, from_schema=lambda _schema: {"required": True})
def check(post: Post, options: Options) -> Iterator[Finding]:
    if post.front_matter or not post.text.strip() or post.generator.is_partial(post.site_path):
        return
    if post.generator.needs_front_matter(post.site_path):
        yield Finding(f"no front matter: {post.generator.title} fails to build the site without", post.source.line(1))
    elif post.front_matter_problems:
        return
    elif start := post.generator.invalid_start(post.site_path, post.text):
        said = f"no front matter: {post.generator.title} looks for some in a file that begins with `{start}`, and fails"
        yield Finding(said, post.source.line(1))
    elif options.required:
        yield Finding("no front matter, expected some at the top of the file", post.source.line(1))
