"""Unknown template tag.

Most generators fail on a tag or shortcode that they do not know, and some print nothing. The generator's own tags are
known; the configuration lists those of the site and its plugins.

~~~toml options
known = ["youtube"]
~~~

~~~markdown bad 3 generator=jekyll
{% youtube dQw4w9WgXcQ %}

{% yuotube dQw4w9WgXcQ %}
~~~

~~~markdown good generator=jekyll
{% if page.video %}
{% youtube dQw4w9WgXcQ %}
{% endif %}
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, OPT_IN, Finding, Post, Span, post_rule
from postlint.core.spelling import suggestion


@dataclass(frozen=True, slots=True)
class Options:
    known: tuple[str, ...] = ()
    """The tags or shortcodes of the site, its theme and plugins."""


@post_rule(preset=OPT_IN, severity=ERROR)
def check(post: Post, options: Options) -> Iterator[Finding]:
    templates = post.generator.templates
    if templates is None or not post.masks:
        return
    known = templates.known_tags.union(options.known)
    for span in post.masks:
        match = templates.tag_name.match(post.text, *span)
        if match and match[1] not in known:
            expected = suggestion(match[1], known) or ", expected a known one"
            yield Finding(f"unknown template tag {quoted(match[1])}{expected}", Span(*match.span(1)))
