"""An address stands in the text without being made a link.

Whether `https://example.org` alone becomes a link differs from parser to parser; in angle brackets it does in all of
them.

~~~toml options
report = "always"
~~~

~~~markdown bad 1
The manual is at https://example.org/manual, write to us.
~~~

~~~markdown fixed
The manual is at <https://example.org/manual>, write to us.
~~~

~~~markdown good
The manual is at <https://example.org/manual>, or [here](https://example.org), never at `http://localhost`.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, post_rule
from postlint.helpers.urls import bare_urls

_NOT_MEANT = re.compile(
    r"https?://(?:localhost|[\d.]+|0x\w+|(?:[^/:]*\.)?example(?:\.\w+)?|[^/.]*)(?:[:/]|\Z)", re.IGNORECASE
)

_DEFINED = re.compile(r" {0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ \t]*\Z")

_APART = re.compile(r"\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\][ \t]+\(\Z")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: web URLs that the generator shows as text. `always`: also `www.` and mail ones, everywhere."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD034", "no-bare-urls"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, markdown = post.masked_text, post.generator.markdown
    broken = options.report == "broken"
    if broken and markdown.bare_urls_link:
        return
    for span in bare_urls(post):
        url = text[span.start : span.end]
        if (broken and (url[:4].lower() != "http" or _NOT_MEANT.match(url))) or post.masked(span):
            continue
        if broken and _DEFINED.match(text, post.source.line(post.source.line_number(span.start)).start, span.start):
            continue  # kramdown ends a footnote at its line, and reads a definition below it
        if (
            broken
            and text.endswith((" (", "\t("), 0, span.start)
            and _APART.search(text, max(span.start - 200, 0), span.start)
        ):
            continue  # a link's address, of which link/reversed says how to mend it
        where = f", which {markdown.name} shows as text" if not markdown.bare_urls_link else ""
        fix = None
        if url[:4].lower() != "www." and "\\" not in url:
            fix = Fix("Put it in angle brackets", (Edit(span, f"<{url}>"),))
        yield Finding(f"bare address{where}, expected angle brackets around it", span, fix)
