"""A post has front matter and nothing else.

The page shows a title above nothing. Drafts are left alone, and so are posts whose front matter holds what the page
shows: a link, a redirection, a gallery, a video.

~~~markdown bad 1 generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
---
~~~

~~~markdown good generator=jekyll in _posts/2024-01-20-tea.md
---
title: Tea in five minutes
link: https://tea.example/
---
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.rule import RECOMMENDED, WARNING, Finding, NoOptions, Post, post_rule

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LONGEST = 2_000
"""Characters; what is longer holds more than a comment."""
_ELSEWHERE = re.compile(
    r"link|url\b|redirect|external|video|audio|gallery|photo|image|resources|slides|include|source|block|section|body"
    r"|content|embed|file|paper|template|podcast|layout_",
    re.IGNORECASE,
)
_DRAFT = (True, "true", "yes", "on", 1)


@post_rule(preset=RECOMMENDED, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or not front_matter.readable or len(post.text) - post.body_start > _LONGEST:
        return
    if not post.is_post or post.front_matter_problems or _COMMENT.sub("", post.text[post.body_start :]).strip():
        return
    if (
        post.data.get("draft") in _DRAFT
        or post.data.get("published") is False
        or any(map(_ELSEWHERE.search, post.data))
    ):
        return
    yield Finding("post without a text: nothing follows its front matter", front_matter.opening)
