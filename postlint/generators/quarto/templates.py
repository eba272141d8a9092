"""Quarto's shortcodes (quarto.org/docs/extensions/shortcodes.html): `{{{< x >}}}` shows one."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import TagsInCode
from postlint.generators.shared.shortcodes import SHORTCODE_NAME

TEMPLATES = TemplateDialect(
    delimiters=(("{{<", ">}}"),),
    tag=re.compile(r"(?<!\{)\{\{<(?!/\*)(?P<closing>)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*>\}\}", re.DOTALL),
    closing_tag=r"\{{\{{<\s*/{name}\s*>\}}\}}",
    tag_name=SHORTCODE_NAME,
    known_tags=frozenset(
        {"brand", "contents", "embed", "include", "kbd", "lipsum", "meta", "pagebreak", "placeholder", "env", "var"}
        | {"version", "video"}
    ),
    in_code=TagsInCode(
        tag=re.compile(r"(?<!\{)\{\{<(?!\s*/\*)[^\n{}]*>\}\}(?!\})"),
        escape="write it as `{{{< ... >}}}`",
    ),
)
