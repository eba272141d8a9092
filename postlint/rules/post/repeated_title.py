"""Level-1 heading that repeats the title.

Themes of Jekyll, Hugo and Zola show the `title` of a post above its text. A level-1 heading with the same text shows
it a second time, and gives the page two main headings. postlint assumes this and does not read the theme: ignore this
rule if your theme does not show the title.

~~~markdown bad 5 generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
---

# Tea in five minutes

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown good generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
---

# The water

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.body import Heading
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_NOT_WORD = re.compile(r"[\W_]+")
_HIDDEN_TITLE = frozenset({"hidetitle", "hide_title", "hide-title", "title_hidden", "notitle", "no_title"})
_NO_LAYOUT = frozenset({"none", "null"})


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    title = post.data.get("title")
    if (
        not isinstance(title, str)
        or not post.generator.front_matter.theme_prints_title
        or not post.is_post
        or _hides_title(post)
    ):
        return
    expected = _words(title)
    heading = next((heading for heading in post.headings if heading.level == 1), None)
    if heading and heading.container == 0 and expected and _words(heading.plain) == expected:
        message = f"level-1 heading repeats the title, which {post.generator.title} themes usually show above it"
        yield Finding(message, heading.span, _removal(post, heading))


def _hides_title(post: Post) -> bool:
    """Whether the front matter turns off the theme or its display of the title."""
    layout = post.data.get("layout", "")
    return layout is False or layout in _NO_LAYOUT or any(key.lower() in _HIDDEN_TITLE for key in post.data)


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()


def _removal(post: Post, heading: Heading) -> Fix:
    starts = post.source.line_starts
    last = heading.last_line
    if last < len(starts) and not post.source[post.source.line(last + 1)].strip():
        last += 1
    end = starts[last] if last < len(starts) else len(post.text)
    return Fix("Delete the heading", (Edit(Span(starts[heading.line - 1], end), ""),), safe=False)
