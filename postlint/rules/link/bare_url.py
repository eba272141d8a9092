"""Bare URL.

Whether a URL becomes a link by itself depends on the Markdown parser. In angle brackets it is a link in every parser.
By default only web URLs that the generator renders as text are reported; `report = "always"` reports every URL, also
`www.` and email addresses.

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

from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, Post, ReportOptions, post_rule
from postlint.helpers.urls import bare_urls

_EXAMPLE_URL = re.compile(
    r"https?://(?:localhost|[\d.]+|0x\w+|(?:[^/:]*\.)?example(?:\.\w+)?|[^/.]*)(?:[:/]|\Z)", re.IGNORECASE
)
"""URLs that are examples rather than links: local hosts, IP addresses, `example.org`, hosts without a dot."""
_DEFINITION_LABEL = re.compile(r" {0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ \t]*\Z")
_SEPARATED_LINK_TEXT = re.compile(r"\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\][ \t]+\(\Z")


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD034", "no-bare-urls"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: ReportOptions) -> Iterator[Finding]:
    text, markdown = post.masked_text, post.generator.markdown
    broken = options.report == "broken"
    if broken and markdown.bare_urls_link:
        return
    for span in bare_urls(post):
        url = text[span.start : span.end]
        if post.masked(span) or (broken and (url[:4].lower() != "http" or _EXAMPLE_URL.match(url))):
            continue
        if broken and _is_definition(post, span.start):
            continue
        is_target = text.startswith("](", span.start - 2)
        if broken and is_target and markdown.spaces_in_link_targets and text.startswith("\n", span.end):
            continue  # kramdown and Python-Markdown read on to the parenthesis on the next line
        if (
            broken
            and text.endswith((" (", "\t("), 0, span.start)
            and _SEPARATED_LINK_TEXT.search(text, max(span.start - 200, 0), span.start)
        ):
            continue  # `link/reversed` reports the space in `[text] (url)` and removes it.
        effect = "" if markdown.bare_urls_link else f", which {markdown.name} renders as text"
        fix = None
        if not is_target and url[:4].lower() != "www." and "\\" not in url:
            fix = Fix("Put the URL in angle brackets", (Edit(span, f"<{url}>"),))
        yield Finding(f"bare URL{effect}, expected `<...>` around it", span, fix)


def _is_definition(post: Post, offset: int) -> bool:
    """Whether only a definition's label precedes an offset on its line.

    For kramdown a footnote ends at its line, and a definition may follow.
    """
    start = post.source.line(post.source.line_number(offset)).start
    return _DEFINITION_LABEL.match(post.masked_text, start, offset) is not None
