"""Typographic quotes around a front matter value.

YAML and TOML have only straight quotes. Curly quotes, which word processors and phones insert, become part of the
value, and a colon in it then breaks the front matter.

~~~markdown bad 2
---
title: “Tea in five minutes”
---

Boil the water first.
~~~

~~~markdown fixed
---
title: "Tea in five minutes"
---

Boil the water first.
~~~

~~~markdown good
---
title: What “five minutes” means
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.core.messages import shortened
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule

_QUOTED = r"[“”„][^“”„\"\\\n]*[“”]|[‘’‚][^‘’‚“”\"\\\n]*[‘’]"
_VALUE = re.compile(rf"(?:{_QUOTED})\Z")
_LINE = re.compile(rf"^[ \t]*(?:-|[\w-]+[ \t]*[:=])[ \t]+(?P<value>{_QUOTED})[ \t]*$", re.MULTILINE)
_CURLY = re.compile("[“”„‘’]")


@post_rule(preset=STRICT, severity=WARNING, changes_front_matter=True, beyond_markdown=True)
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None or not _CURLY.search(post.text, *front_matter.content):
        return
    if front_matter.readable:
        values = {place.value for place in front_matter.spans.values()}
        spans = sorted(span for span in values if _VALUE.match(post.source[span]))
    else:
        spans = [Span(*match.span("value")) for match in _LINE.finditer(post.text, *front_matter.content)]
    for span in spans:
        straight = f'"{post.source[span][1:-1]}"'
        fix = Fix("Change to straight quotes", (Edit(span, straight),), safe=False)
        value = shortened(post.source[span])
        yield Finding(f"typographic quotes around {value}, expected straight quotes: {shortened(straight)}", span, fix)
