"""The body begins with the title that the page already has.

Themes of Jekyll, Hugo and Zola print the `title` of a post above it. A level-1 heading with the same text shows it a
second time, and gives the page two main headings. That the theme does so is assumed, not known: ignore this rule if
yours does not.

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

_NO_WORD = re.compile(r"[\W_]+")
_UNSHOWN = frozenset({"hidetitle", "hide_title", "hide-title", "title_hidden", "notitle", "no_title"})
_LAYOUTLESS = frozenset({"none", "null"})


@post_rule(preset=RECOMMENDED, severity=WARNING, changes_html=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    title = post.data.get("title")
    if (
        not isinstance(title, str)
        or not post.generator.front_matter.theme_prints_title
        or not post.is_post
        or _is_bare(post)
    ):
        return
    wanted = _words(title)
    heading = next((one for one in post.headings if one.level == 1), None)
    if heading and heading.container == 0 and wanted and _words(heading.plain) == wanted:
        theme = f"the {post.generator.title} theme"
        message = f"level-1 heading repeats the title, which {theme} is assumed to print above it"
        yield Finding(message, heading.span, _removal(post, heading))


def _is_bare(post: Post) -> bool:
    """Whether the front matter says that no theme, or no title, is printed."""
    layout = post.data.get("layout", "")
    return layout is False or layout in _LAYOUTLESS or any(key.lower() in _UNSHOWN for key in post.data)


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).strip().casefold()


def _removal(post: Post, heading: Heading) -> Fix:
    starts = post.source.line_starts
    last = heading.last_line
    if last < len(starts) and not post.source[post.source.line(last + 1)].strip():
        last += 1
    end = starts[last] if last < len(starts) else len(post.text)
    return Fix("Delete the heading", (Edit(Span(starts[heading.line - 1], end), ""),), safe=False)
