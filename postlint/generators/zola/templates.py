"""Zola's shortcodes (getzola.org/documentation/content/shortcodes): without parentheses a tag is text."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import BlockTags, TagsInCode

TEMPLATES = TemplateDialect(
    delimiters=(("{%", "%}"), ("{{", "}}")),
    tag=re.compile(
        r"\{%-?\s*(?P<closing>)(?P<name>\w+)\((?P<arguments>.*?)\)\s*-?%\}|\{%-?\s*end\s*-?%\}"
        r"|\{\{-?\s*\w+\(.*?\)\s*-?\}\}",
        re.DOTALL,
    ),
    closing_tag=r"\{{%-?\s*end\s*-?%\}}",
    tag_name=re.compile(r"\{[{%]-?\s*(?!end\b)(\w+)\("),
    known_tags=frozenset(),  # all shortcodes are the site's and its theme's
    blocks=BlockTags(
        tag=re.compile(r"\{%-?\s*(?:(?P<end>end)\b|(?P<name>\w+)\()"),
        always_closed=re.compile(r"\w+"),
        candidates=re.compile(r"\{%"),
        closing_tag="{{% end %}}",
        terminator="%}",
    ),
    in_code=TagsInCode(
        tag=re.compile(r"\{\{-?\s*\w+\([^\n{}]*\)\s*-?\}\}|\{%-?\s*\w+\([^\n{}]*\)\s*-?%\}"),
        escape="write it as `{{/* ... */}}` or `{%/* ... */%}`",
    ),
)
