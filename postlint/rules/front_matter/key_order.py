"""Front matter keys out of order.

Posts that begin with the same keys in the same order are easier to read and to compare. The fix moves whole entries,
with the comments above them and with nested values. TOML tables (`[extra]`) stay at the end, where they have to be.

~~~markdown bad 5
---
# The day on which it was written
date: 2024-03-01
tags: [tea]
title: Tea in five minutes
---

Boil the water first.
~~~

~~~markdown fixed
---
title: Tea in five minutes
# The day on which it was written
date: 2024-03-01
tags: [tea]
---

Boil the water first.
~~~

~~~markdown good
---
title: Tea in five minutes
weather: fine
date: 2024-03-01
---

Boil the water first.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from postlint.core.front_matter import FrontMatter
from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
# YAML anchors have to come before the aliases that refer to them.
_REFERENCES = re.compile(r"[:-][ \t]+[&*]|^[ \t]*<<[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    order: tuple[str, ...] = (
        "layout", "title", "subtitle", "description", "date", "lastmod", "updated", "draft", "author", "authors",
        "category", "categories", "tags",
    )  # fmt: skip
    """The keys in the expected order."""
    unlisted: Literal["anywhere", "last"] = "anywhere"
    """Where other keys may be: anywhere, or only below the listed keys."""


@post_rule(preset=OPT_IN, severity=WARNING, beyond_markdown=True, partials=False)
def check(post: Post, options: Options) -> Iterator[Finding]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    ranks = {key: rank for rank, key in enumerate(options.order)}
    keys = [key for key in _keys(post, front_matter) if options.unlisted == "last" or key in ranks]
    ordered = sorted(keys, key=lambda key: ranks.get(key, len(ranks)))
    for above, key in pairwise(keys):
        if ranks.get(key, len(ranks)) < ranks.get(above, len(ranks)):
            first = next(earlier for earlier in keys if ranks.get(earlier, len(ranks)) > ranks[key])
            fix = _fix(post, front_matter, dict(zip(keys, ordered, strict=True)))
            message = f"key {quoted(key)} below {quoted(first)}, expected above it"
            yield Finding(message, front_matter.key_span_of((key,)), fix)
            return


def _keys(post: Post, front_matter: FrontMatter) -> list[str]:
    """The top-level keys in the order of the file, without TOML tables."""
    places = ((front_matter.key_span_of((key,)).start, key) for key in front_matter.data)
    return [key for start, key in sorted(places) if front_matter.format != "toml" or not _in_header(post, start)]


def _in_header(post: Post, start: int) -> bool:
    line = post.text.rfind("\n", 0, start) + 1
    return "[" in post.text[line:start]


def _fix(post: Post, front_matter: FrontMatter, instead: dict[str, str]) -> Fix | None:
    """Replace the entry of each key with that of another key; None for JSON, whose commas would have to move."""
    content = post.source[front_matter.content]
    if front_matter.format not in ("yaml", "toml") or post.front_matter_problems or _REFERENCES.search(content):
        return None
    spans = _entries(post, front_matter)
    if spans is None or not instead.keys() <= spans.keys():
        return None
    text = "".join(post.source[spans[instead.get(key, key)]] for key in spans)
    whole = Span(min(spans.values()).start, max(spans.values()).end)
    return Fix("Reorder the keys", (Edit(whole, text),), safe=False)


def _entries(post: Post, front_matter: FrontMatter) -> dict[str, Span] | None:
    """The span of each entry with its comments and nested lines; None unless each entry starts on its own line."""
    text, content = post.text, front_matter.content
    keys = _keys(post, front_matter)
    starts: list[int] = []
    for key in keys:
        start = front_matter.key_span_of((key,)).start
        if start > content.start and text[start - 1] != "\n":
            return None
        starts.append(_with_comments(text, starts[-1] if starts else content.start, start))
    end = content.end
    if front_matter.format == "toml" and (table := _TABLE.search(text, front_matter.span_of((keys[-1],)).end, end)):
        end = _with_comments(text, starts[-1], table.start())
    end = starts[-1] + len(text[starts[-1] : end].rstrip("\n")) + 1
    if end > content.end:
        return None
    return {key: Span(start, end) for key, start, end in zip(keys, starts, [*starts[1:], end], strict=True)}


def _with_comments(text: str, above: int, start: int) -> int:
    """The start of the comments directly above a line."""
    while start > above and text.startswith("#", line := text.rfind("\n", 0, start - 1) + 1):
        start = line
    return start
