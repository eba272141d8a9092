"""The `slug` of a post is not the name of its file.

Who looks for the source of `/posts/make-tea/` expects `make-tea.md`. A date before the name, a language after it and
the suffix do not count; an `index.md` goes by its folder. With `against = "title"` the slug, or the name where there
is none, has to be made of the title's words.

~~~markdown bad 3 in posts/2024-01-20-tea.md
---
title: Tea in five minutes
slug: make-tea
---

Boil the water first.
~~~

~~~markdown good in posts/2024-01-20-make-tea.md
---
title: Tea in five minutes
slug: make-tea
---

Boil the water first.
~~~

~~~toml options
against = "title"
~~~

~~~markdown bad 2 in posts/2024-01-20-make-tea.md
---
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown good in posts/2024-01-20-tea-in-five-minutes.md
---
title: "Tea in five minutes!"
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, post_rule
from postlint.generators.shared.paths import stem, without_language

_DATE = re.compile(r"\d{2,4}-\d\d?-\d\d?(?:-\d\d-\d\d-\d\d)?[-_ ]+")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Options:
    against: Literal["file-name", "title"] = "file-name"
    """What the slug is held against."""


@post_rule(preset=OPT_IN, severity=WARNING, beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or post.generator.sources.is_partial(post.site_path):
        return
    slug, title, name = front_matter.data.get("slug"), front_matter.data.get("title"), _name(post.site_path)
    if options.against == "file-name":
        if isinstance(slug, str) and _plain(slug) != _plain(name):
            message = f"slug {quoted(slug)}, expected the name of its file: {quoted(name)}"
            yield Finding(message, front_matter.span_of(("slug",)))
        return
    given = slug if isinstance(slug, str) else name
    if isinstance(title, str) and (wanted := _plain(title)) and _plain(given) != wanted:
        what = "slug" if isinstance(slug, str) else "file name"
        place = front_matter.span_of(("slug",) if isinstance(slug, str) else ("title",))
        yield Finding(f"{what} {quoted(given)}, expected the title's words: {quoted(wanted)}", place)


def _name(path: str) -> str:
    """The part of a path that names the post.

    >>> _name("content/posts/2024-01-20-tea/index.de.md"), _name("_posts/2024-01-20-tea.md")
    ('tea', 'tea')
    """
    *folders, last = path.split("/")
    name = without_language(stem(last))[0]
    if name in ("index", "_index") and folders:
        name = folders[-1]
    return _DATE.sub("", name, count=1) or name


def _plain(text: str) -> str:
    """A text as a slug: `Crème brûlée!` is `creme-brulee`."""
    letters = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("’", "")
    return _NO_WORD.sub("-", "".join(one for one in letters if not unicodedata.combining(one))).strip("-")
