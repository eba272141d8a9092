"""Liquid, as Jekyll, Eleventy and Forem run it."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import BlockTags, TagsInCode

LIQUID_TAGS = frozenset(
    {"assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "echo", "else", "elsif", "for"}
    | {"if", "include", "increment", "layout", "liquid", "raw", "render", "tablerow", "unless", "when"}
)
BRACES_TAG_NAME = re.compile(r"\{%-?\s*(?:end(?=\w))?([\w-]+)")
"""The name of a tag `{% name %}` or `{% endname %}`."""

_CLOSED = r"if|unless|case|for|tablerow|capture|comment|raw|highlight"

# Jekyll's and Shopify's; `highlight` is Jekyll's own (jekyll/lib/jekyll/tags/highlight.rb).
LIQUID = TemplateDialect(
    delimiters=(("{%", "%}"), ("{{", "}}")),
    tag=re.compile(r"\{%-?\s*(?P<closing>)(?P<name>\w+)\s*(?P<arguments>.*?)\s*-?%\}|\{\{.*?\}\}", re.DOTALL),
    closing_tag=r"\{{%-?\s*end{name}\s*-?%\}}",
    tag_name=BRACES_TAG_NAME,
    known_tags=LIQUID_TAGS,
    code_tags=frozenset({"highlight", "codeblock"}),
    opaque_tags=frozenset({"comment", "capture", "schema", "style", "javascript", "katex", "math", "mermaid"}),
    verbatim_tags=frozenset({"raw"}),
    blocks=BlockTags(
        tag=re.compile(r"\{%-?\s*(?P<end>end)?(?P<name>\w+)"),
        always_closed=re.compile(_CLOSED),
        candidates=re.compile(rf"\{{%-?\s*(?:end|{_CLOSED})"),
        closing_tag="{{% end{} %}}",
        terminator="%}",
    ),
    in_code=TagsInCode(
        tag=re.compile(
            r"\{\{(?!-?\s*(?:site|page|include|post)\.)[^\n{}]*\}\}"
            r"|\{%(?!-?\s*(?:(?:end)?raw\b|include|link\b|post_url\b|(?:end)?highlight\b))[^\n{}]*%\}"
        ),
        escape="wrap the code in `{% raw %}` and `{% endraw %}`",
        raw=re.compile(r"\{%-?\s*raw\s*-?%\}(?:(?!\{%-?\s*endraw\b)[\s\S])*"),
    ),
)
