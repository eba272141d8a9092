"""Hugo's shortcodes (gohugo.io/content-management/shortcodes): in `{{< >}}` the body is not read as Markdown."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import BlockTags, TagsInCode
from postlint.generators.shared.shortcodes import SHORTCODE, SHORTCODE_NAME

TEMPLATES = TemplateDialect(
    delimiters=(("{{<", ">}}"), ("{{%", "%}}")),
    tag=re.compile(
        r"\{\{(?P<kind>[<%])(?!/\*)\s*(?P<closing>/?)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*[>%]\}\}",
        re.DOTALL,
    ),
    closing_tag=r"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}",
    tag_name=SHORTCODE_NAME,
    known_tags=frozenset(
        {"comment", "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref", "relref", "tweet"}
        | {"twitter", "vimeo", "x", "youtube"}
    ),
    code_tags=frozenset({"highlight"}),
    opaque_tags=frozenset({"code-toggle", "comment", "math", "katex", "mermaid", "chart", "rawhtml", "raw", "html"}),
    blocks=BlockTags(
        tag=SHORTCODE,
        always_closed=re.compile("highlight|details"),
        candidates=re.compile(r"\{\{[<%]\s*(?:/|highlight|details)"),
        closing_tag="{{{{< /{} >}}}}",
        terminator="}}",
    ),
    in_code=TagsInCode(
        tag=re.compile(r"\{\{<(?!\s*/\*)[^\n{}]*>\}\}|\{\{%(?!\s*/\*)[^\n{}]*%\}\}"),
        escape="write it as `{{</* ... */>}}`",
    ),
)
