"""Nikola's shortcodes (getnikola.com/handbook.html#shortcodes); whether they are run in code is the site's choice."""

from __future__ import annotations

import re

from postlint.core.generator import TemplateDialect
from postlint.core.generator.templates import BlockTags
from postlint.generators.shared.shortcodes import SHORTCODE, SHORTCODE_NAME

TEMPLATES = TemplateDialect(
    delimiters=(("{{%", "%}}"),),
    tag=re.compile(r"\{\{%\s*(?P<closing>/?)\s*(?P<name>[\w./-]*)\s*(?P<arguments>.*?)\s*%\}\}", re.DOTALL),
    closing_tag=r"\{{\{{%\s*/{name}\s*%\}}\}}",
    tag_name=SHORTCODE_NAME,
    known_tags=frozenset(
        {"chart", "code", "doc", "emoji", "gist", "listing", "media", "post-list", "raw", "soundcloud", "thumbnail"}
        | {"vimeo", "youtube"}
    ),
    code_tags=frozenset({"code"}),
    opaque_tags=frozenset({"raw"}),
    blocks=BlockTags(
        tag=SHORTCODE,
        always_closed=re.compile("code"),
        candidates=re.compile(r"\{\{%\s*(?:/|code)"),
        closing_tag="{{{{% /{} %}}}}",
        terminator="}}",
    ),
)
