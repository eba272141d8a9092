"""Comments in MDX (mdxjs.com/docs/what-is-mdx/#comments), which are JavaScript in braces."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect

MDX = TemplateDialect(
    delimiters=(("{/*", "*/}"),),
    tag=re.compile(r"\{/\*(?P<name>)(?P<closing>)(?P<arguments>).*?\*/\}", re.DOTALL),
    closing_tag=r"(?!)",
    tag_name=re.compile(r"((?!))"),
    known_tags=frozenset(),
    comment_openers=frozenset({"{/*"}),
    run_in_fences=False,
    run_in_code_spans=False,
)
