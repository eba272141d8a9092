"""Slug that differs from the file name.

Authors look for the source of `/posts/make-tea/` in `make-tea.md`. The date, the language and the suffix of the file
name are ignored; the name of an `index.md` is that of its folder. With `against = "title"`, the slug (or the file
name, if there is no slug) must consist of the words of the title.

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
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Options:
    against: Literal["file-name", "title"] = "file-name"
    """What the slug is compared with."""


@post_rule(preset=OPT_IN, severity=WARNING, beyond_markdown=True, partials=False)
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    slug, title, name = front_matter.data.get("slug"), front_matter.data.get("title"), _name(post.site_path)
    if options.against == "file-name":
        if isinstance(slug, str) and _slug(slug) != _slug(name):
            message = f"slug {quoted(slug)}, expected the file name {quoted(name)}"
            yield Finding(message, front_matter.span_of(("slug",)))
        return
    actual = slug if isinstance(slug, str) else name
    if isinstance(title, str) and (expected := _slug(title)) and _slug(actual) != expected:
        noun = "slug" if isinstance(slug, str) else "file name"
        span = front_matter.span_of(("slug",) if isinstance(slug, str) else ("title",))
        yield Finding(f"{noun} {quoted(actual)}, expected {quoted(expected)} as in the title", span)


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


def _slug(text: str) -> str:
    """Convert text to a slug: `Crème brûlée!` to `creme-brulee`."""
    letters = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("’", "")
    return _NOT_WORD.sub("-", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip("-")
