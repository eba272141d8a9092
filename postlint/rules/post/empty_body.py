"""Front matter without a body.

The page shows a title and nothing else. Drafts are not reported, nor are posts whose front matter has the content of
the page: a link, a redirect, a gallery, a video.

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
"""In characters. A longer body has more than comments."""
_CONTENT_KEY = re.compile(
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
        or any(map(_CONTENT_KEY.search, post.data))
    ):
        return
    yield Finding("post has no body, expected text after the front matter", front_matter.opening)
